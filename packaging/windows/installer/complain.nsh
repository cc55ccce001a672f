; Why: a setup without questions runs from a script or a console, where a box would wait for ever for nobody.

!macro DefineComplain UN
; Complain tells $0: in a box, or, silent, to standard error and the console that it was started from.
Function ${UN}Complain
    ${IfNot} ${Silent}
        MessageBox MB_OK|MB_ICONSTOP "$0"
        Return
    ${EndIf}
    Push $1
    Push $2
    Push $3
    StrCpy $0 "$0$\r$\n"
    StrLen $3 $0
    System::Call 'kernel32::AttachConsole(i -1)'
    System::Call 'kernel32::GetStdHandle(i -12) p .r1'
    System::Call 'kernel32::WriteConsoleW(p r1, w r0, i r3, *i, p 0) i .r2'
    ${If} $2 = 0
        System::Call 'kernel32::WideCharToMultiByte(i 65001, i 0, w r0, i r3, m .r3, i ${NSIS_MAX_STRLEN}, p 0, p 0) i .r2'
        System::Call 'kernel32::WriteFile(p r1, m r3, i r2, *i, p 0)'
    ${EndIf}
    Pop $3
    Pop $2
    Pop $1
FunctionEnd
!macroend
!insertmacro DefineComplain ""
!insertmacro DefineComplain "un."
