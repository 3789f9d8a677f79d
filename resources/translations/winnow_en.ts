<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ExportSheet</name>
    <message numerus="yes">
        <source>A&amp;ll %Ln tickets</source>
        <translation>
            <numerusform>The %Ln ticket (&amp;l)</numerusform>
            <numerusform>A&amp;ll %Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;What the list shows: {words} (%Ln)</source>
        <translation>
            <numerusform>&amp;What the list shows: {words} (%Ln)</numerusform>
            <numerusform>&amp;What the list shows: {words} (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded tickets are left out.</source>
        <translation>
            <numerusform>%Ln excluded ticket is left out.</numerusform>
            <numerusform>%Ln excluded tickets are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded tickets are written too.</source>
        <translation>
            <numerusform>%Ln excluded ticket is written too.</numerusform>
            <numerusform>%Ln excluded tickets are written too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets will be written.</source>
        <translation>
            <numerusform>%Ln ticket will be written.</numerusform>
            <numerusform>%Ln tickets will be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files there will be replaced.</source>
        <translation>
            <numerusform>%Ln file there will be replaced.</numerusform>
            <numerusform>%Ln files there will be replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportSheet</name>
    <message numerus="yes">
        <source>%n more errors came since.</source>
        <translation>
            <numerusform>%n more error came since.</numerusform>
            <numerusform>%n more errors came since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n tickets read</source>
        <translation>
            <numerusform>%n ticket read</numerusform>
            <numerusform>%n tickets read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more of this kind</source>
        <translation>
            <numerusform>and %n more of this kind</numerusform>
            <numerusform>and %n more of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show these %n tickets</source>
        <translation>
            <numerusform>Show this %n ticket</numerusform>
            <numerusform>Show these %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message numerus="yes">
        <source>%Ln tickets exported, read back and compared</source>
        <translation>
            <numerusform>%Ln ticket exported, read back and compared</numerusform>
            <numerusform>%Ln tickets exported, read back and compared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceDelegate</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
</TS>
