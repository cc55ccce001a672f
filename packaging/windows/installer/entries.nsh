; Why: what Windows knows of the program: its entry among the installed ones, in the start menu, and, where wanted, under
; "Open with". Each is written and removed by a pair of macros, so that nothing is left over. Defaults are never taken.

!define TYPE "Certwright.CertificateFile"

!macro WriteUninstallKey
    WriteRegStr SHCTX "${KEY}" "DisplayName" "$(ProgramName)"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "Publisher" "${PUBLISHER}"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\bin\certwright.exe,0"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE}
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
    ; What the next version, and the uninstaller, ask for.
    WriteRegStr SHCTX "${KEY}" "Language" "$LANGUAGE"
    WriteRegDWORD SHCTX "${KEY}" "StartMenu" 0
    WriteRegDWORD SHCTX "${KEY}" "OpenWith" 0
!macroend

!macro WriteShortcut
    CreateShortcut "$SMPROGRAMS\$(ProgramName).lnk" "$INSTDIR\bin\certwright.exe" "" "$INSTDIR\bin\certwright.exe" 0 \
        SW_SHOWNORMAL "" "$(ShortcutText)"
    WriteRegStr SHCTX "${KEY}" "Shortcut" "$(ProgramName).lnk"
    WriteRegDWORD SHCTX "${KEY}" "StartMenu" 1
!macroend

; ForEachEnding inserts MACRO for each ending of names that is offered to be opened.
!macro ForEachEnding MACRO
    !insertmacro ${MACRO} ".cer"
    !insertmacro ${MACRO} ".crl"
    !insertmacro ${MACRO} ".crt"
    !insertmacro ${MACRO} ".der"
    !insertmacro ${MACRO} ".key"
    !insertmacro ${MACRO} ".p12"
    !insertmacro ${MACRO} ".p7b"
    !insertmacro ${MACRO} ".p7c"
    !insertmacro ${MACRO} ".p8"
    !insertmacro ${MACRO} ".pem"
    !insertmacro ${MACRO} ".pfx"
!macroend

!macro OfferEnding ENDING
    WriteRegNone SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${TYPE}"
    WriteRegStr SHCTX "Software\Classes\Applications\certwright.exe\SupportedTypes" "${ENDING}" ""
!macroend

!macro WithdrawEnding ENDING
    DeleteRegValue SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${TYPE}"
    DeleteRegKey /ifempty SHCTX "Software\Classes\${ENDING}\OpenWithProgids"
    DeleteRegKey /ifempty SHCTX "Software\Classes\${ENDING}"
!macroend

!macro WriteOpenWith
    WriteRegStr SHCTX "Software\Classes\${TYPE}" "" "$(TypeName)"
    WriteRegStr SHCTX "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\bin\certwright.exe" -- "%1"'
    WriteRegStr SHCTX "Software\Classes\Applications\certwright.exe" "FriendlyAppName" "$(ProgramName)"
    WriteRegStr SHCTX "Software\Classes\Applications\certwright.exe\shell\open\command" "" \
        '"$INSTDIR\bin\certwright.exe" -- "%1"'
    !insertmacro ForEachEnding OfferEnding
    WriteRegDWORD SHCTX "${KEY}" "OpenWith" 1
    !insertmacro TellExplorer
!macroend

!macro TellExplorer
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; RemoveEntries takes away what an earlier setup wrote, but the key itself.
!macro RemoveEntries
    ReadRegStr $0 SHCTX "${KEY}" "Shortcut"
    ${If} $0 != ""
        Delete "$SMPROGRAMS\$0"
        DeleteRegValue SHCTX "${KEY}" "Shortcut"
    ${EndIf}
    ReadRegDWORD $0 SHCTX "${KEY}" "OpenWith"
    ${If} $0 = 1
        !insertmacro ForEachEnding WithdrawEnding
        DeleteRegKey SHCTX "Software\Classes\Applications\certwright.exe"
        DeleteRegKey SHCTX "Software\Classes\${TYPE}"
        !insertmacro TellExplorer
    ${EndIf}
!macroend
