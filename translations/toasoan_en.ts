<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DeskStatus</name>
    <message numerus="yes">
        <source>%n refused by the server</source>
        <translation>
            <numerusform>%n refused by the server</numerusform>
            <numerusform>%n refused by the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to resolve</source>
        <translation>
            <numerusform>%n to resolve</numerusform>
            <numerusform>%n to resolve</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%n part(s) with two wordings</source>
        <translation>
            <numerusform>%n part with two wordings</numerusform>
            <numerusform>%n parts with two wordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) over the limits</source>
        <translation>
            <numerusform>%n part over the limits</numerusform>
            <numerusform>%n parts over the limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a picture</source>
        <translation>
            <numerusform>%n figure without a picture</numerusform>
            <numerusform>%n figures without a picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without a description</source>
        <translation>
            <numerusform>%n picture without a description</numerusform>
            <numerusform>%n pictures without a description</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without a caption</source>
        <translation>
            <numerusform>%n picture without a caption</numerusform>
            <numerusform>%n pictures without a caption</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without a credit</source>
        <translation>
            <numerusform>%n picture without a credit</numerusform>
            <numerusform>%n pictures without a credit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead or empty link(s)</source>
        <translation>
            <numerusform>%n dead or empty link</numerusform>
            <numerusform>%n dead or empty links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsroomText</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewTexts</name>
    <message numerus="yes">
        <source>%1 or %n other(s)</source>
        <translation>
            <numerusform>%1 or %n other</numerusform>
            <numerusform>%1 or %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ArticleForm</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ArticlesPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistStrip</name>
    <message numerus="yes">
        <source>%n to put right</source>
        <translation>
            <numerusform>%n to put right</numerusform>
            <numerusform>%n to put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::NewsAnnouncer</name>
    <message numerus="yes">
        <source>%n article(s) have changed.</source>
        <translation>
            <numerusform>%n article has changed.</numerusform>
            <numerusform>%n articles have changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::Notifications</name>
    <message numerus="yes">
        <source>Show %n more notice(s)</source>
        <translation>
            <numerusform>Show %n more notice</numerusform>
            <numerusform>Show %n more notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::OutboxPage</name>
    <message numerus="yes">
        <source>%n more step(s) behind it, for the same article, go too.</source>
        <translation>
            <numerusform>%n more step behind it, for the same article, goes too.</numerusform>
            <numerusform>%n more steps behind it, for the same article, go too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::PicturesPanel</name>
    <message numerus="yes">
        <source>%n picture(s), being sent: %1 %</source>
        <translation>
            <numerusform>%n picture, being sent: %1 %</numerusform>
            <numerusform>%n pictures, being sent: %1 %</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::PreviewWindow</name>
    <message numerus="yes">
        <source>%n picture(s) are not on this PC yet; a sign stands in their place.</source>
        <translation>
            <numerusform>%n picture is not on this PC yet; a sign stands in its place.</numerusform>
            <numerusform>%n pictures are not on this PC yet; a sign stands in their place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ReasonDialog</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ReviewPage</name>
    <message numerus="yes">
        <source>%n picture(s) of the article are not on this PC yet: “%1” can be pressed when you have seen them.</source>
        <translation>
            <numerusform>%n picture of the article is not on this PC yet: “%1” can be pressed when you have seen it.</numerusform>
            <numerusform>%n pictures of the article are not on this PC yet: “%1” can be pressed when you have seen them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) wait for you</source>
        <translation>
            <numerusform>%n article waits for you</numerusform>
            <numerusform>%n articles wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen them.</source>
        <translation>
            <numerusform>%n picture of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen it.</numerusform>
            <numerusform>%n pictures of the article cannot be shown on this PC yet: “%1” can be pressed when you have seen them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::StepResults</name>
    <message numerus="yes">
        <source>%n more step(s) have not reached the server either: see the outbox.</source>
        <translation>
            <numerusform>%n more step has not reached the server either: see the outbox.</numerusform>
            <numerusform>%n more steps have not reached the server either: see the outbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::Workstation</name>
    <message numerus="yes">
        <source>%n waiting for you</source>
        <translation>
            <numerusform>%n waiting for you</numerusform>
            <numerusform>%n waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) with changes not seen yet</source>
        <translation>
            <numerusform>%n article with changes not seen yet</numerusform>
            <numerusform>%n articles with changes not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::WritingPage</name>
    <message numerus="yes">
        <source>%n step(s) waiting to be sent</source>
        <translation>
            <numerusform>%n step waiting to be sent</numerusform>
            <numerusform>%n steps waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%n part(s) with two wordings</source>
        <translation>
            <numerusform>%n part with two wordings</numerusform>
            <numerusform>%n parts with two wordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) over the limits</source>
        <translation>
            <numerusform>%n part over the limits</numerusform>
            <numerusform>%n parts over the limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) without a picture</source>
        <translation>
            <numerusform>%n figure without a picture</numerusform>
            <numerusform>%n figures without a picture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without a description</source>
        <translation>
            <numerusform>%n picture without a description</numerusform>
            <numerusform>%n pictures without a description</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without a caption</source>
        <translation>
            <numerusform>%n picture without a caption</numerusform>
            <numerusform>%n pictures without a caption</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) without a credit</source>
        <translation>
            <numerusform>%n picture without a credit</numerusform>
            <numerusform>%n pictures without a credit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead or empty link(s)</source>
        <translation>
            <numerusform>%n dead or empty link</numerusform>
            <numerusform>%n dead or empty links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::ChecklistView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::EditorView</name>
    <message numerus="yes">
        <source>and %n more file(s)</source>
        <translation>
            <numerusform>and %n more file</numerusform>
            <numerusform>and %n more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriterQuestions</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>toasoan::VersionsDialog</name>
    <message numerus="yes">
        <source>Show %n save(s) in between</source>
        <translation>
            <numerusform>Show %n save in between</numerusform>
            <numerusform>Show %n saves in between</numerusform>
        </translation>
    </message>
</context>
</TS>
