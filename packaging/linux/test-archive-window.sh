# Why: the part of test-archive.sh about the window: it opens on a system without any X library, its Chinese is drawn, and
# opening it costs little. Sourced.

display=:97

# start_screen starts an X server whose screen is a file, once.
start_screen() {
    [ -z "$xvfb" ] || return 0
    mkdir -p "$work/screen"
    Xvfb "$display" -screen 0 1280x900x24 -nolisten tcp -fbdir "$work/screen" >"$work/xvfb.log" 2>&1 &
    xvfb=$!
    local i
    for i in $(seq 50); do
        DISPLAY=$display xdotool getdisplaygeometry >/dev/null 2>&1 && return
        sleep 0.1
    done
}

# shown TREE PROGRAM LANGUAGE PICTURE opens the window, waits until it is there and drawn, and makes a picture of it. Fails
# when letters are missing.
shown() {
    local inside_pid status=0 numbers place
    variables="DISPLAY=$display" inside "$1" "$2" --lang "$3" >"$work/window.log" 2>&1 &
    inside_pid=$!
    if timeout 30 env DISPLAY=$display xdotool search --sync --onlyvisible --class certwright >"$work/window"; then
        sleep 2
        place=$(DISPLAY=$display xdotool getwindowgeometry --shell "$(head -n 1 "$work/window")")
        numbers=$(eval "$place" && python3 "$top/packaging/windows/screenshot.py" "$work/screen/Xvfb_screen0" "$4" "$X" "$Y" "$WIDTH" "$HEIGHT")
        echo "colours, letters, empty boxes: $numbers"
        cat "$work/window.log"
        awk '{ exit !($1 > 20 && $2 > 60 && $3 < 3) }' <<<"$numbers" || status=1
    else
        cat "$work/window.log"
        status=1
    fi
    kill "$inside_pid" 2>/dev/null || true
    wait "$inside_pid" 2>/dev/null || true
    return $status
}

# test_window TREE NAME PROGRAM FILE
test_window() {
    local language
    start_screen
    # A tree without fonts shows nothing that can be read; the archive brings none.
    mkdir -p "$1/usr/share/fonts"
    cp /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf /usr/share/fonts/truetype/wqy/wqy-microhei.ttc "$1/usr/share/fonts/"
    for language in en zh; do
        check "$2: the window opens and is drawn ($language)" shown "$1" "$3" "$language" "$screens/$4-$language.png"
    done
}

# cpu_of PROGRAM prints the milliseconds of processor time that it took until its window was on the screen.
cpu_of() {
    local pid i
    DISPLAY=$display HOME=$work/home XDG_RUNTIME_DIR=$work/home "$1" --lang zh >/dev/null 2>&1 &
    pid=$!
    for i in $(seq 200); do
        [ -z "$(DISPLAY=$display xdotool search --onlyvisible --class certwright 2>/dev/null)" ] || break
        sleep 0.02
    done
    awk '{ n += $1 } END { printf "%d\n", n / 1000000 }' "/proc/$pid"/task/*/schedstat
    kill "$pid"
    wait "$pid" 2>/dev/null || true
}

cold_start() {
    local i best=999999 now
    mkdir -p -m 700 "$work/home"
    for i in 1 2 3; do
        now=$(cpu_of "$work/unpacked/certwright-$version/bin/certwright")
        echo "$now ms"
        [ "$now" -ge "$best" ] || best=$now
    done
    echo "$best" >"$work/cold"
    [ "$best" -lt 400 ]
}

test_cold_start() {
    start_screen
    check "the window opens with less than 400 ms of processor time" cold_start
    echo "The window took $(cat "$work/cold") ms of processor time (best of 3)."
}
