<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeskStatus</name>
    <message numerus="yes">
        <source>%Ln refused by the server</source>
        <translation>
            <numerusform>%Ln refused by the server</numerusform>
            <numerusform>%Ln refused by the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to resolve</source>
        <translation>
            <numerusform>%Ln to resolve</numerusform>
            <numerusform>%Ln to resolve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting to be sent</source>
        <translation>
            <numerusform>%Ln waiting to be sent</numerusform>
            <numerusform>%Ln waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%Ln part(s) with two wordings</source>
        <translation>
            <numerusform>%Ln part with two wordings</numerusform>
            <numerusform>%Ln parts with two wordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) over the limits</source>
        <translation>
            <numerusform>%Ln part over the limits</numerusform>
            <numerusform>%Ln parts over the limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of a newer version</source>
        <translation>
            <numerusform>%Ln part of a newer version</numerusform>
            <numerusform>%Ln parts of a newer version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln figure(s) without a picture</source>
        <translation>
            <numerusform>%Ln figure without a picture</numerusform>
            <numerusform>%Ln figures without a picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a description</source>
        <translation>
            <numerusform>%Ln picture without a description</numerusform>
            <numerusform>%Ln pictures without a description</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a caption</source>
        <translation>
            <numerusform>%Ln picture without a caption</numerusform>
            <numerusform>%Ln pictures without a caption</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a credit</source>
        <translation>
            <numerusform>%Ln picture without a credit</numerusform>
            <numerusform>%Ln pictures without a credit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead or empty link(s)</source>
        <translation>
            <numerusform>%Ln dead or empty link</numerusform>
            <numerusform>%Ln dead or empty links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) to another site than named</source>
        <translation>
            <numerusform>%Ln link to another site than named</numerusform>
            <numerusform>%Ln links to another site than named</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsroomText</name>
    <message numerus="yes">
        <source>%Ln minute(s) ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Registers</name>
    <message numerus="yes">
        <source>At most %Ln row(s) fit in.</source>
        <translation>
            <numerusform>At most %Ln row fits in.</numerusform>
            <numerusform>At most %Ln rows fit in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln character(s) fit in. Shorten it.</source>
        <translation>
            <numerusform>At most %Ln character fits in. Shorten it.</numerusform>
            <numerusform>At most %Ln characters fit in. Shorten it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more field(s)</source>
        <translation>
            <numerusform>and %Ln more field</numerusform>
            <numerusform>and %Ln more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) added</source>
        <translation>
            <numerusform>%Ln paragraph added</numerusform>
            <numerusform>%Ln paragraphs added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) removed</source>
        <translation>
            <numerusform>%Ln paragraph removed</numerusform>
            <numerusform>%Ln paragraphs removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paragraph(s) changed</source>
        <translation>
            <numerusform>%Ln paragraph changed</numerusform>
            <numerusform>%Ln paragraphs changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTexts</name>
    <message numerus="yes">
        <source>%1 or %Ln other(s)</source>
        <translation>
            <numerusform>%1 or %Ln other</numerusform>
            <numerusform>%1 or %Ln others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ArticleForm</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ArticlesPage</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistStrip</name>
    <message numerus="yes">
        <source>%Ln to put right</source>
        <translation>
            <numerusform>%Ln to put right</numerusform>
            <numerusform>%Ln to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::FindBar</name>
    <message numerus="yes">
        <source>%Ln replaced</source>
        <translation>
            <numerusform>%Ln replaced</numerusform>
            <numerusform>%Ln replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::NewsAnnouncer</name>
    <message numerus="yes">
        <source>%Ln article(s) have changed.</source>
        <translation>
            <numerusform>%Ln article has changed.</numerusform>
            <numerusform>%Ln articles have changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::Notifications</name>
    <message numerus="yes">
        <source>Show %Ln more notice(s)</source>
        <translation>
            <numerusform>Show %Ln more notice</numerusform>
            <numerusform>Show %Ln more notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::OutboxPage</name>
    <message numerus="yes">
        <source>%Ln more step(s) behind it, for the same article, go too.</source>
        <translation>
            <numerusform>%Ln more step behind it, for the same article, goes too.</numerusform>
            <numerusform>%Ln more steps behind it, for the same article, go too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more step(s) behind it, for the same entry, go too.</source>
        <translation>
            <numerusform>%Ln more step behind it, for the same entry, goes too.</numerusform>
            <numerusform>%Ln more steps behind it, for the same entry, go too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::PicturesPanel</name>
    <message numerus="yes">
        <source>%Ln picture(s), being sent: %1 %</source>
        <translation>
            <numerusform>%Ln picture, being sent: %1 %</numerusform>
            <numerusform>%Ln pictures, being sent: %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::PreviewWindow</name>
    <message numerus="yes">
        <source>%Ln picture(s) are not on this PC yet; a sign stands in their place.</source>
        <translation>
            <numerusform>%Ln picture is not on this PC yet; a sign stands in its place.</numerusform>
            <numerusform>%Ln pictures are not on this PC yet; a sign stands in their place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ReasonDialog</name>
    <message numerus="yes">
        <source>%Ln character(s) too many</source>
        <translation>
            <numerusform>%Ln character too many</numerusform>
            <numerusform>%Ln characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::RegistersPage</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ReviewPage</name>
    <message numerus="yes">
        <source>%Ln picture(s) of the article are not on this PC yet: “%1” can be pressed when you have seen them.</source>
        <translation>
            <numerusform>%Ln picture of the article is not on this PC yet: “%1” can be pressed when you have seen it.</numerusform>
            <numerusform>%Ln pictures of the article are not on this PC yet: “%1” can be pressed when you have seen them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) wait for you</source>
        <translation>
            <numerusform>%Ln article waits for you</numerusform>
            <numerusform>%Ln articles wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen them.</source>
        <translation>
            <numerusform>%Ln picture of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen it.</numerusform>
            <numerusform>%Ln pictures of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::StepResults</name>
    <message numerus="yes">
        <source>%Ln more step(s) have not reached the server either: see the outbox.</source>
        <translation>
            <numerusform>%Ln more step has not reached the server either: see the outbox.</numerusform>
            <numerusform>%Ln more steps have not reached the server either: see the outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::Workstation</name>
    <message numerus="yes">
        <source>%Ln waiting for you</source>
        <translation>
            <numerusform>%Ln waiting for you</numerusform>
            <numerusform>%Ln waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <translation>
            <numerusform>%Ln waiting</numerusform>
            <numerusform>%Ln waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) with changes not seen yet</source>
        <translation>
            <numerusform>%Ln article with changes not seen yet</numerusform>
            <numerusform>%Ln articles with changes not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::WritingPage</name>
    <message numerus="yes">
        <source>%Ln step(s) waiting to be sent</source>
        <translation>
            <numerusform>%Ln step waiting to be sent</numerusform>
            <numerusform>%Ln steps waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistView</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::EditorView</name>
    <message numerus="yes">
        <source>%Ln link(s) stayed plain words: a link leads to a web address, an e-mail address or a telephone number.</source>
        <translation>
            <numerusform>%Ln link stayed plain words: a link leads to a web address, an e-mail address or a telephone number.</numerusform>
            <numerusform>%Ln links stayed plain words: a link leads to a web address, an e-mail address or a telephone number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more file(s)</source>
        <translation>
            <numerusform>and %Ln more file</numerusform>
            <numerusform>and %Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriterQuestions</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::VersionsDialog</name>
    <message numerus="yes">
        <source>Show %Ln save(s) in between</source>
        <translation>
            <numerusform>Show %Ln save in between</numerusform>
            <numerusform>Show %Ln saves in between</numerusform>
        </translation>
    </message>
</context>
</TS>
