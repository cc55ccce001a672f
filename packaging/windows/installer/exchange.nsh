; Why: an upgrade that fails half-way must leave the version that worked. The new files are complete in a folder beside the
; old ones (same volume) before the parts change places, by one rename each; what was stopped in between is put back first.

; ForEachPart inserts MACRO for each part of $INSTDIR.
!macro ForEachPart MACRO
    !insertmacro ${MACRO} "bin"
    !insertmacro ${MACRO} "doc"
    !insertmacro ${MACRO} "installed-files.txt"
    !insertmacro ${MACRO} "uninstall.exe"
!macroend

!macro PutAside PART
    ${If} $Trouble == ""
    ${AndIf} ${FileExists} "$INSTDIR\${PART}"
        ClearErrors
        Rename "$INSTDIR\${PART}" "$INSTDIR\${ASIDE}\${PART}"
        ${If} ${Errors}
            StrCpy $Trouble "${PART}"
        ${EndIf}
    ${EndIf}
!macroend

!macro PutInPlace PART
    ${If} $Trouble == ""
        ClearErrors
        Rename "$INSTDIR\${FRESH}\${PART}" "$INSTDIR\${PART}"
        ${If} ${Errors}
            StrCpy $Trouble "${PART}"
        ${EndIf}
    ${EndIf}
!macroend

; What has been put in place goes back, or is not there any more; then the old one returns.
!macro TakeBack PART
    ${If} ${FileExists} "$INSTDIR\${ASIDE}\${PART}"
        Rename "$INSTDIR\${PART}" "$INSTDIR\${FRESH}\${PART}"
        Rename "$INSTDIR\${ASIDE}\${PART}" "$INSTDIR\${PART}"
    ${EndIf}
!macroend

!macro ReturnMissing PART
    ${IfNot} ${FileExists} "$INSTDIR\${PART}"
        Rename "$INSTDIR\${ASIDE}\${PART}" "$INSTDIR\${PART}"
    ${EndIf}
!macroend

; DropFresh removes files that were not put in place. The folder is the setup's own.
Function DropFresh
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR\${FRESH}"
    RMDir "$INSTDIR"
FunctionEnd

; RecoverInterrupted puts back what a setup that was stopped had put aside.
Function RecoverInterrupted
    RMDir /r "$INSTDIR\${FRESH}"
    ${If} ${FileExists} "$INSTDIR\${ASIDE}\*"
        !insertmacro ForEachPart ReturnMissing
        StrCpy $R0 "$INSTDIR\${ASIDE}"
        Call RemoveListed
    ${EndIf}
FunctionEnd

; ExchangeFiles replaces what is installed in $INSTDIR. $Trouble names the part that could not be, and all is as before.
Function ExchangeFiles
    StrCpy $Trouble ""
    CreateDirectory "$INSTDIR\${ASIDE}"
    !insertmacro ForEachPart PutAside
    !insertmacro ForEachPart PutInPlace
    ${If} $Trouble != ""
        !insertmacro ForEachPart TakeBack
        RMDir "$INSTDIR\${ASIDE}"
        Call DropFresh
    ${Else}
        RMDir "$INSTDIR\${FRESH}"
    ${EndIf}
FunctionEnd

; RemoveReplaced removes the version before, in this folder or, where the person chose another one, in that.
Function RemoveReplaced
    StrCpy $R0 "$INSTDIR\${ASIDE}"
    Call RemoveListed
    ${If} $Before != ""
        StrCpy $R0 "$Before"
        Call RemoveListed
    ${EndIf}
FunctionEnd

; RemoveListed deletes the files that $R0\installed-files.txt names, and the folders that are empty then. A name that leads
; out of the folder is nothing that a setup wrote. What somebody put there stays; from within an old version's folder it
; goes to the new one.
Function RemoveListed
    ClearErrors
    FileOpen $R1 "$R0\installed-files.txt" r
    ${IfNot} ${Errors}
        ${Do}
            ClearErrors
            FileRead $R1 $R2
            ${If} ${Errors}
                ${ExitDo}
            ${EndIf}
            Call RemoveLine
        ${Loop}
        FileClose $R1
    ${EndIf}
    Delete "$R0\installed-files.txt"
    ${If} $R0 == "$INSTDIR\${ASIDE}"
        Call MoveStrangers
    ${EndIf}
    RMDir "$R0\bin"
    RMDir "$R0"
FunctionEnd

; RemoveLine deletes what the line $R2 names below $R0. The list itself is open.
Function RemoveLine
    ${Do}
        StrCpy $R3 $R2 1 -1
        ${If} $R3 != "$\r"
        ${AndIf} $R3 != "$\n"
            ${ExitDo}
        ${EndIf}
        StrCpy $R2 $R2 -1
    ${LoopUntil} $R2 == ""
    ${If} $R2 == ""
    ${OrIf} $R2 == "installed-files.txt"
        Return
    ${EndIf}
    StrCpy $R4 0
    ${Do}
        StrCpy $R3 $R2 2 $R4
        ${If} $R3 == ".."
        ${OrIf} $R3 == ""
            ${ExitDo}
        ${EndIf}
        StrCpy $R3 $R3 1
        ${If} $R3 == ":"
            ${ExitDo}
        ${EndIf}
        IntOp $R4 $R4 + 1
    ${Loop}
    ${If} $R3 != ""
        Return
    ${EndIf}
    StrCpy $R3 $R2 1 -1
    ${If} $R3 == "\"
        StrCpy $R2 $R2 -1
        RMDir "$R0\$R2"
    ${Else}
        Delete "$R0\$R2"
    ${EndIf}
FunctionEnd

; MoveStrangers moves what is left in the old version's bin to the new one's, where the name is free.
Function MoveStrangers
    FindFirst $R1 $R2 "$R0\bin\*"
    ${DoWhile} $R2 != ""
        ${If} $R2 != "."
        ${AndIf} $R2 != ".."
        ${AndIfNot} ${FileExists} "$INSTDIR\bin\$R2"
            Rename "$R0\bin\$R2" "$INSTDIR\bin\$R2"
        ${EndIf}
        FindNext $R1 $R2
    ${Loop}
    FindClose $R1
FunctionEnd
