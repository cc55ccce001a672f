; Why: puts Certwright on a Windows computer, for one person or for all, and takes it away again. Made by package.sh, which
; defines VERSION, STAGE (the files), WORK (pictures, and the list of what is removed), SIGN (sign.sh), SIZE (KiB) and OUTPUT.
; Switches: /S (no questions), /CurrentUser, /AllUsers, /LANG=en|zh, /STARTMENU=0|1, /OPENWITH=0|1, and last /D=FOLDER.
; Exit status: 0 done, 1 given up, 2 not possible, 32 a program of Certwright is running, 740 needs an administrator.
Unicode true
Target amd64-unicode
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 32
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
CRCCheck force
AllowSkipFiles off
AllowRootDirInstall false
ShowInstDetails nevershow
ShowUninstDetails nevershow
Name "Certwright"
BrandingText "Certwright ${VERSION}"
OutFile "${OUTPUT}"
!uninstfinalize 'bash "${SIGN}" "%1"' = 0

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Certwright"
!define PUBLISHER "Certwright"
!define NEEDS_ADMINISTRATOR 740
!define IN_USE 32
; Made beside the files while they are exchanged.
!define FRESH "certwright-new~"
!define ASIDE "certwright-old~"

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "Sections.nsh"

Var Parameters
Var Scope      ; "user" or "machine"
Var ScopeGiven ; the switch said so
Var UserFolder ; where it is installed for this person, and for all; empty: it is not
Var MachineFolder
Var Before     ; the folder of the version that is replaced
Var Trouble    ; the part that could not be exchanged

!define MUI_ICON "${WORK}\certwright.ico"
!define MUI_UNICON "${WORK}\certwright.ico"
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_ABORT GivenUp
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WORK}\side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_RUN_FUNCTION StartCertwright

Page custom ScopePage ScopePageLeave
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE FolderPageLeave
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.SettingsPage un.SettingsPageLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
; What Windows itself speaks Chinese in; NSIS would take SimSun, which is of another time.
SetFont /LANG=${LANG_SIMPCHINESE} "Microsoft YaHei UI" 9
!include "words.nsh"

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Certwright"
VIAddVersionKey /LANG=0 "FileDescription" "Certwright setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!include "complain.nsh"
!include "running.nsh"
!include "exchange.nsh"
!include "entries.nsh"
!include "scope.nsh"

Section "Certwright" SectionPrograms
    SectionIn RO
    ; Not in .onInit: there the sentences are still in the language of Windows.
    ${If} ${Silent}
        Call CheckFolder
    ${EndIf}
    ; All of it is there, and whole, before anything that works is touched.
    Call RecoverInterrupted
    SetOutPath "$INSTDIR\${FRESH}"
    File /r "${STAGE}\*"
    WriteUninstaller "$INSTDIR\${FRESH}\uninstall.exe"
    ; The same folder may be written in several ways.
    ${If} ${FileExists} "$Before\${FRESH}\uninstall.exe"
        StrCpy $Before ""
    ${EndIf}
    SetOutPath "$INSTDIR"
    Call WaitUntilClosed
    Call ExchangeFiles
    ${If} $Trouble != ""
        StrCpy $0 "$(ExchangeFailed)"
        Call Complain
        SetErrorLevel 2
        Abort
    ${EndIf}
    Call RemoveReplaced
    !insertmacro RemoveEntries
    !insertmacro WriteUninstallKey
SectionEnd

Section "$(StartMenuName)" SectionStartMenu
    !insertmacro WriteShortcut
SectionEnd

Section /o "$(OpenWithName)" SectionOpenWith
    !insertmacro WriteOpenWith
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
!insertmacro MUI_DESCRIPTION_TEXT ${SectionPrograms} "$(ProgramsText)"
!insertmacro MUI_DESCRIPTION_TEXT ${SectionStartMenu} "$(StartMenuText)"
!insertmacro MUI_DESCRIPTION_TEXT ${SectionOpenWith} "$(OpenWithText)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; /NAME=0 and /NAME=1 decide on a part; without them what the version before had, if there was one.
!macro DecidePart SWITCH SECTION VALUE
    ClearErrors
    ${GetOptions} $Parameters "/${SWITCH}=" $0
    ${If} ${Errors}
        ReadRegDWORD $0 SHCTX "${KEY}" "${VALUE}"
        ${If} $Before == ""
            StrCpy $0 ""
        ${EndIf}
    ${EndIf}
    ${If} $0 == 1
        !insertmacro SelectSection ${SECTION}
    ${ElseIf} $0 == 0
    ${AndIf} $0 != ""
        !insertmacro UnselectSection ${SECTION}
    ${EndIf}
!macroend

Function DecideParts
    !insertmacro DecidePart "STARTMENU" ${SectionStartMenu} "StartMenu"
    !insertmacro DecidePart "OPENWITH" ${SectionOpenWith} "OpenWith"
FunctionEnd

Function .onInit
    SetRegView 64
    ${GetParameters} $Parameters
    Call LookForEarlier
    Call ChooseLanguage
    ${IfNot} ${AtLeastWin10}
        StrCpy $0 "$(TooOld)"
        Call Complain
        SetErrorLevel 2
        Quit
    ${EndIf}
    Call DecideScope
    Call FollowScope
FunctionEnd

Function .onInstFailed
    Call DropFresh
FunctionEnd

Function GivenUp
    Call DropFresh
FunctionEnd

; Not as the administrator who may have installed it, but as who is logged on.
Function StartCertwright
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\bin\certwright.exe"'
FunctionEnd

!include "uninstall.nsh"
