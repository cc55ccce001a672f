; Why: Windows does not replace the file of a program that runs. It is asked to close, as by its own button, so that it can
; ask the person in turn; nobody is ended by force.

!macro DefineRunning UN
; FindUsed puts the first program of $INSTDIR that cannot be written, because it runs, into $R0; none: empty.
Function ${UN}FindUsed
    StrCpy $R0 ""
    !insertmacro LookAtProgram "certwright.exe"
    !insertmacro LookAtProgram "certwright-cli.exe"
    !insertmacro LookAtProgram "certwright-kmc.exe"
FunctionEnd

; AskToClose closes the windows of $INSTDIR\bin\certwright.exe as Alt+F4 does; $R3 is how many there were.
Function ${UN}AskToClose
    StrCpy $R3 0
    StrCpy $0 0
    ${Do}
        FindWindow $0 "" "" 0 $0
        ${If} $0 = 0
            ${ExitDo}
        ${EndIf}
        System::Call 'user32::IsWindowVisible(p r0) i .r1'
        ${If} $1 = 0
            ${Continue}
        ${EndIf}
        System::Call 'user32::GetWindowThreadProcessId(p r0, *i .r1)'
        System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r1) p .r2'
        ${If} $2 P= 0
            ${Continue}
        ${EndIf}
        StrCpy $3 ""
        System::Call 'kernel32::QueryFullProcessImageNameW(p r2, i 0, w .r3, *i ${NSIS_MAX_STRLEN})'
        System::Call 'kernel32::CloseHandle(p r2)'
        ${If} $3 == "$INSTDIR\bin\certwright.exe"
            System::Call 'user32::PostMessageW(p r0, i 0x10, p 0, p 0)'
            IntOp $R3 $R3 + 1
        ${EndIf}
    ${Loop}
FunctionEnd

; WaitForClosing waits until no program is used any more, 30 s at most (a check of services that has begun is not left in the
; middle); $R0 as FindUsed. A window that was not there yet is asked again.
Function ${UN}WaitForClosing
    StrCpy $R1 120
    ${Do}
        Call ${UN}FindUsed
        ${If} $R0 == ""
        ${OrIf} $R1 = 0
            Return
        ${EndIf}
        Sleep 250
        ${If} $R3 = 0
            Call ${UN}AskToClose
        ${EndIf}
        IntOp $R1 $R1 - 1
    ${Loop}
FunctionEnd

; WaitUntilClosed returns when nothing runs; ends the setup if the person, or nobody, closes it.
Function ${UN}WaitUntilClosed
    Call ${UN}FindUsed
    ${DoWhile} $R0 != ""
        ${IfNot} ${Silent}
            MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(StillRunning)" IDOK +3
            SetErrorLevel 1
            Abort
        ${EndIf}
        Call ${UN}AskToClose
        Call ${UN}WaitForClosing
        ${If} $R0 != ""
        ${AndIf} ${Silent}
            StrCpy $0 "$(NotClosed)"
            Call ${UN}Complain
            SetErrorLevel ${IN_USE}
            Abort
        ${EndIf}
    ${Loop}
FunctionEnd
!macroend

!macro LookAtProgram NAME
    ${If} $R0 == ""
    ${AndIf} ${FileExists} "$INSTDIR\bin\${NAME}"
        ClearErrors
        FileOpen $R2 "$INSTDIR\bin\${NAME}" a
        ${If} ${Errors}
            StrCpy $R0 "${NAME}"
        ${Else}
            FileClose $R2
        ${EndIf}
    ${EndIf}
!macroend

!insertmacro DefineRunning ""
!insertmacro DefineRunning "un."
