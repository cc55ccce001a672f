; Why: every sentence of the setup, in both languages.
!macro Words NAME ENGLISH CHINESE
    LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
    LangString ${NAME} ${LANG_SIMPCHINESE} "${CHINESE}"
!macroend

!insertmacro Words ProgramName "Certwright" "证书匠 Certwright"
!insertmacro Words ShortcutText "Put certificates into services, all of it or none of it" "把证书装进服务：要么全部就位，要么毫无改变"
!insertmacro Words TypeName "Certificate, key or revocation list" "证书、私钥或吊销列表"

!insertmacro Words TooOld "Certwright needs Windows 10 or later." "证书匠需要 Windows 10 或更高版本。"
!insertmacro Words NeedsAdministrator "Only an administrator can do this for all users. Start it as administrator." "只有管理员才能为所有用户执行此操作。请以管理员身份启动。"
!insertmacro Words FolderTaken "The folder $INSTDIR holds other things. Choose an empty folder, or a new one." "文件夹 $INSTDIR 里有其他内容。请选择一个空文件夹或新文件夹。"
!insertmacro Words StillRunning "$R0 is running.$\r$\n$\r$\nOK asks Certwright to close and goes on. A command at work must end by itself." "$R0 正在运行。$\r$\n$\r$\n按“确定”请求证书匠关闭并继续；正在执行的命令需自行结束。"
!insertmacro Words NotClosed "$R0 is running and has not closed. End it, then start this again." "$R0 正在运行，没有关闭。请先结束它，再重新执行。"
!insertmacro Words ExchangeFailed "$INSTDIR\$Trouble cannot be replaced; another program may have it open. Everything is as it was before." "无法替换 $INSTDIR\$Trouble，可能有其他程序正在使用它。一切保持原样。"

!insertmacro Words ScopeTitle "Who is it for?" "为谁安装？"
!insertmacro Words ScopeSubtitle "Certwright ${VERSION}" "证书匠 ${VERSION}"
!insertmacro Words ScopeUser "Only for &me" "只为我安装(&M)"
!insertmacro Words ScopeUserText "Goes into your own folder; no administrator is needed." "安装到您自己的文件夹，不需要管理员。"
!insertmacro Words ScopeMachine "For &everybody who uses this computer" "为这台计算机的所有用户安装(&E)"
!insertmacro Words ScopeMachineText "Goes into Program Files; Windows asks for an administrator." "安装到 Program Files；Windows 会要求管理员确认。"

!insertmacro Words ProgramsText "The window, the command line certwright-cli, and what they need." "图形窗口、命令行 certwright-cli 以及它们所需的文件。"
!insertmacro Words StartMenuName "Start menu entry" "开始菜单项"
!insertmacro Words StartMenuText "Certwright among the programs of the start menu." "在开始菜单的程序中列出证书匠。"
!insertmacro Words OpenWithName "Offered under $\"Open with$\"" "列入“打开方式”"
!insertmacro Words OpenWithText "Certificates, keys and revocation lists can also be opened with Certwright. What opens them now stays as it is." "证书、私钥和吊销列表也可以用证书匠打开；现有的默认打开程序保持不变。"

!insertmacro Words FinishTitle "Certwright ${VERSION} is installed" "证书匠 ${VERSION} 已安装"
!insertmacro Words FinishText "It is in $INSTDIR." "安装在 $INSTDIR。"
!insertmacro Words FinishRun "&Start Certwright" "启动证书匠(&S)"

!insertmacro Words NothingHere "There is no Certwright in $INSTDIR." "$INSTDIR 里没有证书匠。"
!insertmacro Words RemoveTitle "Remove Certwright" "移除证书匠"
!insertmacro Words RemoveSubtitle "Your services stay as they are." "您的服务保持原样。"
!insertmacro Words RemoveWhere "It is removed from $INSTDIR." "将从 $INSTDIR 中移除。"
!insertmacro Words RemoveKeeps "The services' folders and the history within them (.certwright) are kept: what was imported earlier can be restored after Certwright is installed again." "服务的文件夹及其中的历史（.certwright）会保留：重新安装证书匠后，仍可恢复以前导入的内容。"
!insertmacro Words RemoveSettingsBox "Also remove my &settings and the list of my services" "同时移除我的设置和服务列表(&S)"
!insertmacro Words RemoveSettingsText "Without the list, services in unusual folders, and so their history, have to be looked for again. Your own service profiles are kept in any case." "没有此列表时，位于非常规文件夹的服务及其历史需要重新查找。您自己的服务配置文件始终保留。"
