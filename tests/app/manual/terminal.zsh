# Why: zsh completes in a terminal only. Prints every word that is offered when the Tab key is pressed behind a line.
# Usage: zsh -f terminal.zsh FOLDER LINE     (FOLDER holds completions/_certwright-cli, and the answer for a while)
zmodload zsh/zpty
cat >$1/settings.zsh <<END
PS1= PS2= TERM=vt100 fpath=(${(q)1}/completions \$fpath)
autoload -U compinit && compinit -u -D
setopt no_beep no_list_ambiguous
# Every offer goes through compadd; with -O, -A or -D it only asks.
compadd() {
    if [[ " \${(j: :)@[1,(i)(-|--)]} " == *' '-(O|A|D)* ]]; then
        builtin compadd "\$@"
        return
    fi
    local -a offered
    builtin compadd -O offered "\$@"
    print -rl -- \$offered >>${(q)1}/answer
    builtin compadd "\$@"
}
END
: >$1/answer
zpty shell zsh -f -i
zpty -w shell "source ${(q)1}/settings.zsh; print READY''NOW"
zpty -r -m shell screen '*READYNOW*'
zpty -w -n shell "$2"$'\t\C-a\C-kexit\n'
while zpty -r shell screen; do :; done
cat $1/answer
