<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>clean</name>
    <message numerus="yes">
        <source>Done: %n file(s) overwritten and removed.</source>
        <translation>
            <numerusform>Done: %n file overwritten and removed.</numerusform>
            <numerusform>Done: %n files overwritten and removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message numerus="yes">
        <source>%n date(s) are past or come within %1.</source>
        <translation>
            <numerusform>%n date is past or comes within %1.</numerusform>
            <numerusform>%n dates are past or come within %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passed %n day(s) ago</source>
        <translation>
            <numerusform>passed %n day ago</numerusform>
            <numerusform>passed %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>expired %n day(s) ago</source>
        <translation>
            <numerusform>expired %n day ago</numerusform>
            <numerusform>expired %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message numerus="yes">
        <source>doctor --fix mends %n of them.</source>
        <translation>
            <numerusform>doctor --fix mends %n of them.</numerusform>
            <numerusform>doctor --fix mends %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) must be solved first.</source>
        <translation>
            <numerusform>%n problem must be solved first.</numerusform>
            <numerusform>%n problems must be solved first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing blocks; %n warning(s).</source>
        <translation>
            <numerusform>Nothing blocks; %n warning.</numerusform>
            <numerusform>Nothing blocks; %n warnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) outside %1 cannot be part of that step and change right before or after it. For a few milliseconds a reader can meet new files beside old ones.</source>
        <translation>
            <numerusform>%n file outside %1 cannot be part of that step and changes right before or after it. For a few milliseconds a reader can meet new files beside old ones.</numerusform>
            <numerusform>%n files outside %1 cannot be part of that step and change right before or after it. For a few milliseconds a reader can meet new files beside old ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are removed and then put back under the same name, as the service wants it. For a few milliseconds a reader finds none there.</source>
        <translation>
            <numerusform>%n file in %1 is removed and then put back under the same name, as the service wants it. For a few milliseconds a reader finds none there.</numerusform>
            <numerusform>%n files in %1 are removed and then put back under the same name, as the service wants it. For a few milliseconds a reader finds none there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 change one after the other; %2. For a few milliseconds a reader can meet new files beside old ones.</source>
        <translation>
            <numerusform>%n file in %1 changes by itself; %2. For a few milliseconds a reader can meet new files beside old ones.</numerusform>
            <numerusform>%n files in %1 change one after the other; %2. For a few milliseconds a reader can meet new files beside old ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) cannot be mended automatically.</source>
        <translation>
            <numerusform>%n finding cannot be mended automatically.</numerusform>
            <numerusform>%n findings cannot be mended automatically.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foreign</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>history</name>
    <message numerus="yes">
        <source>At most %n state(s) are kept, none longer than %1.</source>
        <translation>
            <numerusform>At most %n state is kept, none longer than %1.</numerusform>
            <numerusform>At most %n states are kept, none longer than %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n state(s) wiped.</source>
        <translation>
            <numerusform>%n state wiped.</numerusform>
            <numerusform>%n states wiped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Under management: %n file(s) stored as state %1. Nothing of the service was changed.</source>
        <translation>
            <numerusform>Under management: %n file stored as state %1. Nothing of the service was changed.</numerusform>
            <numerusform>Under management: %n files stored as state %1. Nothing of the service was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message numerus="yes">
        <source>Done: %n file(s) written.</source>
        <translation>
            <numerusform>Done: %n file written.</numerusform>
            <numerusform>Done: %n files written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>profiles</name>
    <message numerus="yes">
        <source>%1 (for at most %n second(s))</source>
        <translation>
            <numerusform>%1 (for at most %n second)</numerusform>
            <numerusform>%1 (for at most %n seconds)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>replace</name>
    <message numerus="yes">
        <source>Valid %n day(s) longer than the installed one.</source>
        <translation>
            <numerusform>Valid %n day longer than the installed one.</numerusform>
            <numerusform>Valid %n days longer than the installed one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid %n day(s) less than the installed one.</source>
        <translation>
            <numerusform>Valid %n day less than the installed one.</numerusform>
            <numerusform>Valid %n days less than the installed one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scan</name>
    <message numerus="yes">
        <source>and %n more; --json names all</source>
        <translation>
            <numerusform>and %n more; --json names all</numerusform>
            <numerusform>and %n more; --json names all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>services</name>
    <message numerus="yes">
        <source>%n problem(s) must be solved</source>
        <translation>
            <numerusform>%n problem must be solved</numerusform>
            <numerusform>%n problems must be solved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works; %n warning(s) to look at</source>
        <translation>
            <numerusform>It works; %n warning to look at</numerusform>
            <numerusform>It works; %n warnings to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>values</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n iteration(s)</source>
        <translation>
            <numerusform>%n iteration</numerusform>
            <numerusform>%n iterations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widget</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>wizard</name>
    <message numerus="yes">
        <source>%n warning(s): read before you go on.</source>
        <translation>
            <numerusform>%n warning: read it before you go on.</numerusform>
            <numerusform>%n warnings: read them before you go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) must be solved first</source>
        <translation>
            <numerusform>%n problem must be solved first</numerusform>
            <numerusform>%n problems must be solved first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overwrite and remove %n file(s)? They cannot be had back.</source>
        <translation>
            <numerusform>Overwrite and remove %n file? It cannot be had back.</numerusform>
            <numerusform>Overwrite and remove %n files? They cannot be had back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) overwritten and removed.</source>
        <translation>
            <numerusform>%n file overwritten and removed.</numerusform>
            <numerusform>%n files overwritten and removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>%n file written.</numerusform>
            <numerusform>%n files written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service accepts passwords of at most %n character(s).</source>
        <translation>
            <numerusform>The service accepts passwords of at most %n character.</numerusform>
            <numerusform>The service accepts passwords of at most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not taken: the password would be longer than %n character(s).</source>
        <translation>
            <numerusform>Not taken: the password would be longer than %n character.</numerusform>
            <numerusform>Not taken: the password would be longer than %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will change in %1.</source>
        <translation>
            <numerusform>%n file will change in %1.</numerusform>
            <numerusform>%n files will change in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n day(s) it keeps them long enough.</source>
        <translation>
            <numerusform>With %n day it keeps them long enough.</numerusform>
            <numerusform>With %n days it keeps them long enough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The date above is %n day(s) later; the certificate decides.</source>
        <translation>
            <numerusform>The date above is %n day later; the certificate decides.</numerusform>
            <numerusform>The date above is %n days later; the certificate decides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>subjects of certificates</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or folder(s) added</source>
        <translation>
            <numerusform>%n file or folder added</numerusform>
            <numerusform>%n files or folders added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignored: %n file(s)</source>
        <translation>
            <numerusform>Ignored: %n file</numerusform>
            <numerusform>Ignored: %n files</numerusform>
        </translation>
    </message>
</context>
</TS>
