; Why: takes away what the setup put there, and nothing else. Services, and the history within their folders, are the
; person's; so are the settings, unless the person says otherwise (/REMOVESETTINGS=1).

Var RemoveSettings
Var SettingsBox

Function un.onInit
    SetRegView 64
    ${GetParameters} $Parameters
    ReadRegStr $0 HKLM "${KEY}" "InstallLocation"
    StrCpy $Scope "user"
    ${If} $0 == $INSTDIR
        StrCpy $Scope "machine"
        SetShellVarContext all
    ${EndIf}
    ReadRegStr $0 SHCTX "${KEY}" "Language"
    ${If} $0 != ""
        StrCpy $LANGUAGE $0
    ${EndIf}
    ClearErrors
    ${GetOptions} $Parameters "/REMOVESETTINGS=" $RemoveSettings
    ; A program that is found, but is not one of ours, must not lose its neighbours.
    ${IfNot} ${FileExists} "$INSTDIR\installed-files.txt"
        StrCpy $0 "$(NothingHere)"
        Call un.Complain
        SetErrorLevel 2
        Quit
    ${EndIf}
    UserInfo::GetAccountType
    Pop $0
    ${If} $Scope == "machine"
    ${AndIf} $0 != "Admin"
        ${If} ${Silent}
            StrCpy $0 "$(NeedsAdministrator)"
            Call un.Complain
        ${Else}
            ExecShell "runas" "$INSTDIR\uninstall.exe" "$Parameters"
        ${EndIf}
        SetErrorLevel ${NEEDS_ADMINISTRATOR}
        Quit
    ${EndIf}
FunctionEnd

Function un.SettingsPage
    !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 4u 100% 18u "$(RemoveWhere)"
    Pop $0
    ${NSD_CreateLabel} 0 28u 100% 28u "$(RemoveKeeps)"
    Pop $0
    ${NSD_CreateCheckbox} 0 64u 100% 12u "$(RemoveSettingsBox)"
    Pop $SettingsBox
    ${NSD_CreateLabel} 13u 78u 95% 28u "$(RemoveSettingsText)"
    Pop $0
    ${If} $RemoveSettings == 1
        ${NSD_Check} $SettingsBox
    ${EndIf}
    GetDlgItem $0 $HWNDPARENT 1
    SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
    nsDialogs::Show
FunctionEnd

Function un.SettingsPageLeave
    ${NSD_GetState} $SettingsBox $RemoveSettings
FunctionEnd

; un.RemoveOwnSettings removes what the program wrote for this person; profiles are the person's own work.
Function un.RemoveOwnSettings
    SetShellVarContext current
    Delete "$APPDATA\Certwright\certwright.ini"
    Delete "$APPDATA\Certwright\services.json"
    Delete "$APPDATA\Certwright\services.json.damaged"
    Delete "$APPDATA\Certwright\services.lock"
    Delete "$APPDATA\Certwright\window.lock"
    RMDir "$APPDATA\Certwright\profiles"
    RMDir "$APPDATA\Certwright"
FunctionEnd

Section "Uninstall"
    Call un.WaitUntilClosed
    !insertmacro RemoveEntries
    !include "${WORK}\remove.nsh"
    RMDir /r "$INSTDIR\${FRESH}"
    RMDir "$INSTDIR"
    DeleteRegKey SHCTX "${KEY}"
    ${If} $RemoveSettings == 1
        Call un.RemoveOwnSettings
    ${EndIf}
SectionEnd
