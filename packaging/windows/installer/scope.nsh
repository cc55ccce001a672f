; Why: for this person only (no rights are needed), or for all who use the computer (an administrator's). What was chosen
; once is the choice of the next version.

Var UserButton
Var MachineButton

; LookForEarlier finds what is installed.
Function LookForEarlier
    ReadRegStr $UserFolder HKCU "${KEY}" "InstallLocation"
    ReadRegStr $MachineFolder HKLM "${KEY}" "InstallLocation"
FunctionEnd

; ChooseLanguage: the switch, else that of the version before, else the person's, who is asked.
Function ChooseLanguage
    ClearErrors
    ${GetOptions} $Parameters "/LANG=" $0
    ${IfNot} ${Errors}
        StrCpy $1 $0 2
        ${If} $1 == "zh"
        ${OrIf} $0 == ${LANG_SIMPCHINESE}
            StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
        ${Else}
            StrCpy $LANGUAGE ${LANG_ENGLISH}
        ${EndIf}
        Return
    ${EndIf}
    ReadRegStr $0 HKCU "${KEY}" "Language"
    ${If} $0 == ""
        ReadRegStr $0 HKLM "${KEY}" "Language"
    ${EndIf}
    ${If} $0 != ""
        StrCpy $LANGUAGE $0
    ${ElseIfNot} ${Silent}
        Push ""
        Push ${LANG_ENGLISH}
        Push "English"
        Push ${LANG_SIMPCHINESE}
        Push "简体中文"
        Push A
        LangDLL::LangDialog "Certwright" "Language / 语言"
        Pop $LANGUAGE
        ${If} $LANGUAGE == "cancel"
            SetErrorLevel 1
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

; HasRights puts "Admin" into $0 if this process may install for all.
Function HasRights
    UserInfo::GetAccountType
    Pop $0
FunctionEnd

; DecideScope: the switch, else where it is installed already, else this person.
Function DecideScope
    StrCpy $Scope "user"
    ${If} $UserFolder == ""
    ${AndIf} $MachineFolder != ""
        StrCpy $Scope "machine"
    ${EndIf}
    ClearErrors
    ${GetOptions} $Parameters "/CurrentUser" $0
    ${IfNot} ${Errors}
        StrCpy $Scope "user"
        StrCpy $ScopeGiven "yes"
    ${EndIf}
    ClearErrors
    ${GetOptions} $Parameters "/AllUsers" $0
    ${IfNot} ${Errors}
        StrCpy $Scope "machine"
        StrCpy $ScopeGiven "yes"
    ${EndIf}
    Call HasRights
    ${If} $Scope == "machine"
    ${AndIf} $0 != "Admin"
        ${If} ${Silent}
            StrCpy $0 "$(NeedsAdministrator)"
            Call Complain
            SetErrorLevel ${NEEDS_ADMINISTRATOR}
            Quit
        ${ElseIf} $ScopeGiven != ""
            Call StartAsAdministrator
            SetErrorLevel ${NEEDS_ADMINISTRATOR}
            Quit
        ${EndIf}
    ${EndIf}
FunctionEnd

; StartAsAdministrator starts this setup again with the rights that it needs, and ends; returns if the person says no.
Function StartAsAdministrator
    StrCpy $1 "/AllUsers /LANG=$LANGUAGE"
    ${If} $INSTDIR != ""
        StrCpy $1 "$1 /D=$INSTDIR"
    ${EndIf}
    ClearErrors
    ExecShell "runas" "$EXEPATH" "$1"
    ${IfNot} ${Errors}
        SetErrorLevel 0
        Quit
    ${EndIf}
FunctionEnd

; FollowScope sets places to those of $Scope. A folder that was named (/D=) stays.
Function FollowScope
    ${If} $Scope == "machine"
        SetShellVarContext all
        StrCpy $Before $MachineFolder
        StrCpy $0 "$PROGRAMFILES64\Certwright"
    ${Else}
        SetShellVarContext current
        StrCpy $Before $UserFolder
        StrCpy $0 "$LOCALAPPDATA\Programs\Certwright"
    ${EndIf}
    ${If} $Before != ""
        StrCpy $0 $Before
    ${EndIf}
    ${If} $INSTDIR == ""
        StrCpy $INSTDIR $0
    ${EndIf}
    Call DecideParts
FunctionEnd

Function ScopePage
    ${If} $ScopeGiven != ""
        Abort
    ${EndIf}
    !insertmacro MUI_HEADER_TEXT "$(ScopeTitle)" "$(ScopeSubtitle)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateRadioButton} 0 8u 100% 12u "$(ScopeUser)"
    Pop $UserButton
    ${NSD_CreateLabel} 13u 22u 90% 20u "$(ScopeUserText)"
    Pop $0
    ${NSD_CreateRadioButton} 0 50u 100% 12u "$(ScopeMachine)"
    Pop $MachineButton
    ${NSD_CreateLabel} 13u 64u 90% 20u "$(ScopeMachineText)"
    Pop $0
    ${If} $Scope == "machine"
        ${NSD_Check} $MachineButton
        ${NSD_SetFocus} $MachineButton
    ${Else}
        ${NSD_Check} $UserButton
        ${NSD_SetFocus} $UserButton
    ${EndIf}
    nsDialogs::Show
FunctionEnd

Function ScopePageLeave
    StrCpy $1 $Scope
    ${NSD_GetState} $MachineButton $0
    ${If} $0 = ${BST_CHECKED}
        StrCpy $Scope "machine"
        Call HasRights
        ${If} $0 != "Admin"
            StrCpy $INSTDIR ""
            Call StartAsAdministrator
            Abort
        ${EndIf}
    ${Else}
        StrCpy $Scope "user"
    ${EndIf}
    ${If} $1 != $Scope
        StrCpy $INSTDIR ""
    ${EndIf}
    Call FollowScope
FunctionEnd

; IsStrange puts "yes" into $0 if $INSTDIR holds something, and no Certwright.
Function IsStrange
    StrCpy $0 ""
    ${If} ${FileExists} "$INSTDIR\installed-files.txt"
    ${OrIf} ${FileExists} "$INSTDIR\${ASIDE}\*"
        Return
    ${EndIf}
    FindFirst $1 $2 "$INSTDIR\*"
    ${DoWhile} $2 != ""
        ${If} $2 != "."
        ${AndIf} $2 != ".."
        ${AndIf} $2 != "${FRESH}"
            StrCpy $0 "yes"
        ${EndIf}
        FindNext $1 $2
    ${Loop}
    FindClose $1
FunctionEnd

; CheckFolder ends a silent setup whose folder belongs to something else: parts of the same names would be moved about.
Function CheckFolder
    Call IsStrange
    ${If} $0 != ""
        StrCpy $0 "$(FolderTaken)"
        Call Complain
        SetErrorLevel 2
        Quit
    ${EndIf}
FunctionEnd

; Where the person chose a folder with other things in it, a folder below it is meant.
Function FolderPageLeave
    Call IsStrange
    ${If} $0 != ""
        StrCpy $INSTDIR "$INSTDIR\Certwright"
        Call IsStrange
        ${If} $0 != ""
            StrCpy $0 "$(FolderTaken)"
            Call Complain
            Abort
        ${EndIf}
    ${EndIf}
FunctionEnd
