<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AcceptanceSheet</name>
    <message numerus="yes">
        <source>%Ln more stay as they are: their file cannot hold the label.</source>
        <translation>
            <numerusform>%Ln more stays as it is: its file cannot hold the label.</numerusform>
            <numerusform>%Ln more stay as they are: their files cannot hold the label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln tickets</source>
        <translation>
            <numerusform>Change %Ln ticket</numerusform>
            <numerusform>Change %Ln tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CannedChoices</name>
    <message numerus="yes">
        <source>%Ln tickets keep their replies: their file cannot hold it.</source>
        <translation>
            <numerusform>%Ln ticket keeps its replies: its file cannot hold it.</numerusform>
            <numerusform>%Ln tickets keep their replies: their file cannot hold it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets are left out that repeat a canned reply.</source>
        <translation>
            <numerusform>%Ln ticket is left out that repeats a canned reply.</numerusform>
            <numerusform>%Ln tickets are left out that repeat a canned reply.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate tickets are left out.</source>
        <translation>
            <numerusform>%Ln duplicate ticket is left out.</numerusform>
            <numerusform>%Ln duplicate tickets are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets are written with other replies.</source>
        <translation>
            <numerusform>%Ln ticket is written with other replies.</numerusform>
            <numerusform>%Ln tickets are written with other replies.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CannedHead</name>
    <message numerus="yes">
        <source>%Ln families selected</source>
        <translation>
            <numerusform>%Ln family selected</numerusform>
            <numerusform>%Ln families selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CannedReplies</name>
    <message numerus="yes">
        <source>%Ln uses</source>
        <translation>
            <numerusform>%Ln use</numerusform>
            <numerusform>%Ln uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variants</source>
        <translation>
            <numerusform>%Ln variant</numerusform>
            <numerusform>%Ln variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckFoot</name>
    <message numerus="yes">
        <source>%Ln rarer labels left out</source>
        <translation>
            <numerusform>%Ln rarer label left out</numerusform>
            <numerusform>%Ln rarer labels left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed: check again</source>
        <translation>
            <numerusform>%Ln changed: check again</numerusform>
            <numerusform>%Ln changed: check again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsSheet</name>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other fields</source>
        <translation>
            <numerusform>%Ln other field</numerusform>
            <numerusform>%Ln other fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtHead</name>
    <message numerus="yes">
        <source>The %Ln most doubtful of {all} ({share})</source>
        <translation>
            <numerusform>The %Ln most doubtful of {all} ({share})</numerusform>
            <numerusform>The %Ln most doubtful of {all} ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a usable category…</source>
        <translation>
            <numerusform>%Ln without a usable category…</numerusform>
            <numerusform>%Ln without a usable category…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a usable root cause…</source>
        <translation>
            <numerusform>%Ln without a usable root cause…</numerusform>
            <numerusform>%Ln without a usable root cause…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtText</name>
    <message numerus="yes">
        <source>and %Ln more replies</source>
        <translation>
            <numerusform>and %Ln more reply</numerusform>
            <numerusform>and %Ln more replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesSheet</name>
    <message numerus="yes">
        <source>Exclude the other %Ln</source>
        <translation>
            <numerusform>Exclude the other %Ln</numerusform>
            <numerusform>Exclude the other %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceCard</name>
    <message numerus="yes">
        <source>Most say “{label}”, %Ln tickets say otherwise.</source>
        <translation>
            <numerusform>Most say “{label}”, %Ln ticket says otherwise.</numerusform>
            <numerusform>Most say “{label}”, %Ln tickets say otherwise.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As many say “{label}” as another label, %Ln tickets say otherwise.</source>
        <translation>
            <numerusform>As many say “{label}” as another label, %Ln ticket says otherwise.</numerusform>
            <numerusform>As many say “{label}” as another label, %Ln tickets say otherwise.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceLine</name>
    <message numerus="yes">
        <source>Labels contradict one another: %Ln</source>
        <translation>
            <numerusform>Labels contradict one another: %Ln</numerusform>
            <numerusform>Labels contradict one another: %Ln</numerusform>
        </translation>
    </message>
</context>
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
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyBar</name>
    <message numerus="yes">
        <source>Rewrite %Ln variants</source>
        <translation>
            <numerusform>Rewrite %Ln variant</numerusform>
            <numerusform>Rewrite %Ln variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %Ln examples</source>
        <translation>
            <numerusform>Keep %Ln example</numerusform>
            <numerusform>Keep %Ln examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyDelegate</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyHeader</name>
    <message numerus="yes">
        <source>%Ln variants came by since</source>
        <translation>
            <numerusform>%Ln variant came by since</numerusform>
            <numerusform>%Ln variants came by since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FamilyPane</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>%Ln tickets exported to {place}, read back and compared</source>
        <translation>
            <numerusform>%Ln ticket exported to {place}, read back and compared</numerusform>
            <numerusform>%Ln tickets exported to {place}, read back and compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them went without a category or root cause, for which their table has no place: export as CSV, XLSX or JSONL to have it.</source>
        <translation>
            <numerusform>%Ln of them went without a category or root cause, for which its table has no place: export as CSV, XLSX or JSONL to have it.</numerusform>
            <numerusform>%Ln of them went without a category or root cause, for which their table has no place: export as CSV, XLSX or JSONL to have it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelCheck</name>
    <message numerus="yes">
        <source>The labels of %Ln tickets are checked.</source>
        <translation>
            <numerusform>The labels of %Ln ticket are checked.</numerusform>
            <numerusform>The labels of %Ln tickets are checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message numerus="yes">
        <source>%Ln things are wrong</source>
        <translation>
            <numerusform>%Ln thing is wrong</numerusform>
            <numerusform>%Ln things are wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things are still wrong. A new review of all that can be read may be better.</source>
        <translation>
            <numerusform>%Ln thing is still wrong. A new review of all that can be read may be better.</numerusform>
            <numerusform>%Ln things are still wrong. A new review of all that can be read may be better.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln actions</source>
        <translation>
            <numerusform>%Ln action</numerusform>
            <numerusform>%Ln actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MendingSheet</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceQuestion</name>
    <message numerus="yes">
        <source>Add %Ln files or folders to the review “{review}”, or begin another review?</source>
        <translation>
            <numerusform>Add %Ln file or folder to the review “{review}”, or begin another review?</numerusform>
            <numerusform>Add %Ln files or folders to the review “{review}”, or begin another review?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsSheet</name>
    <message numerus="yes">
        <source>%Ln problems</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message numerus="yes">
        <source>Edits of %Ln tickets are not in it: they would need their text.</source>
        <translation>
            <numerusform>Edits of %Ln ticket are not in it: they would need its text.</numerusform>
            <numerusform>Edits of %Ln tickets are not in it: they would need their text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The recipe was applied: %Ln tickets exported</source>
        <translation>
            <numerusform>The recipe was applied: %Ln ticket exported</numerusform>
            <numerusform>The recipe was applied: %Ln tickets exported</numerusform>
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
        <source>%Ln tickets read</source>
        <translation>
            <numerusform>%Ln ticket read</numerusform>
            <numerusform>%Ln tickets read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more of this kind</source>
        <translation>
            <numerusform>and %Ln more of this kind</numerusform>
            <numerusform>and %Ln more of this kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show these %Ln tickets</source>
        <translation>
            <numerusform>Show this %Ln ticket</numerusform>
            <numerusform>Show these %Ln tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceDelegate</name>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaxonomyFiles</name>
    <message numerus="yes">
        <source>%Ln labels are in {file}</source>
        <translation>
            <numerusform>%Ln label is in {file}</numerusform>
            <numerusform>%Ln labels are in {file}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaxonomyHead</name>
    <message numerus="yes">
        <source>%Ln in the taxonomy</source>
        <translation>
            <numerusform>%Ln in the taxonomy</numerusform>
            <numerusform>%Ln in the taxonomy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets without</source>
        <translation>
            <numerusform>%Ln ticket without</numerusform>
            <numerusform>%Ln tickets without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outside</source>
        <translation>
            <numerusform>%Ln outside</numerusform>
            <numerusform>%Ln outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the tickets of the %Ln labels outside</source>
        <translation>
            <numerusform>Show the tickets of the %Ln label outside</numerusform>
            <numerusform>Show the tickets of the %Ln labels outside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaxonomyPane</name>
    <message numerus="yes">
        <source>%Ln more in the list</source>
        <translation>
            <numerusform>%Ln more in the list</numerusform>
            <numerusform>%Ln more in the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels below it</source>
        <translation>
            <numerusform>%Ln label below it</numerusform>
            <numerusform>%Ln labels below it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln uses</source>
        <translation>
            <numerusform>%Ln use</numerusform>
            <numerusform>%Ln uses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln replies</source>
        <translation>
            <numerusform>%Ln reply</numerusform>
            <numerusform>%Ln replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln variants</source>
        <translation>
            <numerusform>%Ln variant</numerusform>
            <numerusform>%Ln variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln families</source>
        <translation>
            <numerusform>%Ln family</numerusform>
            <numerusform>%Ln families</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categories</source>
        <translation>
            <numerusform>%Ln category</numerusform>
            <numerusform>%Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln labels that say nothing</source>
        <translation>
            <numerusform>%Ln label that says nothing</numerusform>
            <numerusform>%Ln labels that say nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln values</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contradictions</source>
        <translation>
            <numerusform>%Ln contradiction</numerusform>
            <numerusform>%Ln contradictions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>keep %Ln</source>
        <translation>
            <numerusform>keep %Ln</numerusform>
            <numerusform>keep %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets stay: their source could not be read again.</source>
        <translation>
            <numerusform>%Ln ticket stays: its source could not be read again.</numerusform>
            <numerusform>%Ln tickets stay: their source could not be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields are not decided: ours stays.</source>
        <translation>
            <numerusform>%Ln field is not decided: ours stays.</numerusform>
            <numerusform>%Ln fields are not decided: ours stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources changed on disk</source>
        <translation>
            <numerusform>%Ln source changed on disk</numerusform>
            <numerusform>%Ln sources changed on disk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets cannot hold the wording and stay as they are.</source>
        <translation>
            <numerusform>%Ln ticket cannot hold the wording and stays as it is.</numerusform>
            <numerusform>%Ln tickets cannot hold the wording and stay as they are.</numerusform>
        </translation>
    </message>
</context>
</TS>
