; Why: a setup without questions runs from a script or a console, where a box would wait for ever for nobody.

!macro DefineComplain UN
; Complain tells $0: in a box, or, silent, to standard error and the console that it was started from.
Function ${UN}Complain
    ${IfNot} ${Silent}
        MessageBox MB_OK|MB_ICONSTOP "$0"
        Return
    ${EndIf}
    Push $1
    System::Call 'kernel32::AttachConsole(i -1)'
    System::Call 'kernel32::GetStdHandle(i -12) p .r1'
    FileWrite $1 "$0$\r$\n"
    Pop $1
FunctionEnd
!macroend
!insertmacro DefineComplain ""
!insertmacro DefineComplain "un."
