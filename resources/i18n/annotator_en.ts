<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>FOUND {found} OF %Ln ARTICLES</source>
        <translation>
            <numerusform>FOUND {found} OF %Ln ARTICLE</numerusform>
            <numerusform>FOUND {found} OF %Ln ARTICLES</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message numerus="yes">
        <source>{title}, {tagged} of %Ln claims tagged, {state}</source>
        <translation>
            <numerusform>{title}, {tagged} of %Ln claim tagged, {state}</numerusform>
            <numerusform>{title}, {tagged} of %Ln claims tagged, {state}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message numerus="yes">
        <source>%Ln claims tagged “{old}” become open</source>
        <translation>
            <numerusform>%Ln claim tagged “{old}” becomes open</numerusform>
            <numerusform>%Ln claims tagged “{old}” become open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims tagged “{old}” become “{new}”</source>
        <translation>
            <numerusform>%Ln claim tagged “{old}” becomes “{new}”</numerusform>
            <numerusform>%Ln claims tagged “{old}” become “{new}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln articles</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims</source>
        <translation>
            <numerusform>%Ln claim</numerusform>
            <numerusform>%Ln claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>Checked on the first {sampled} of %Ln articles.</source>
        <translation>
            <numerusform>Checked on the first {sampled} of %Ln article.</numerusform>
            <numerusform>Checked on the first {sampled} of %Ln articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more files</source>
        <translation>
            <numerusform>… and %Ln more file</numerusform>
            <numerusform>… and %Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%Ln articles from {name} were added to {path}.</source>
        <translation>
            <numerusform>%Ln article from {name} was added to {path}.</numerusform>
            <numerusform>%Ln articles from {name} were added to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles have a new text. Claims unchanged: {carried}; reworded and open again: {changed}; gone: {vanished}.</source>
        <translation>
            <numerusform>%Ln article has a new text. Claims unchanged: {carried}; reworded and open again: {changed}; gone: {vanished}.</numerusform>
            <numerusform>%Ln articles have a new text. Claims unchanged: {carried}; reworded and open again: {changed}; gone: {vanished}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles were already there.</source>
        <translation>
            <numerusform>%Ln article was already there.</numerusform>
            <numerusform>%Ln articles were already there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problems while reading:</source>
        <translation>
            <numerusform>%Ln problem while reading:</numerusform>
            <numerusform>%Ln problems while reading:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marks were added to %Ln articles that nobody had worked on.</source>
        <translation>
            <numerusform>Marks were added to %Ln article that nobody had worked on.</numerusform>
            <numerusform>Marks were added to %Ln articles that nobody had worked on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Losses</name>
    <message numerus="yes">
        <source>%Ln addresses of articles</source>
        <translation>
            <numerusform>%Ln address of an article</numerusform>
            <numerusform>%Ln addresses of articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article texts</source>
        <translation>
            <numerusform>%Ln article text</numerusform>
            <numerusform>%Ln article texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles that are not done</source>
        <translation>
            <numerusform>%Ln article that is not done</numerusform>
            <numerusform>%Ln articles that are not done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln articles without claims</source>
        <translation>
            <numerusform>%Ln article without claims</numerusform>
            <numerusform>%Ln articles without claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln authors of articles</source>
        <translation>
            <numerusform>%Ln author of an article</numerusform>
            <numerusform>%Ln authors of articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cells that look like formulas or numbers</source>
        <translation>
            <numerusform>%Ln cell that looks like a formula or number</numerusform>
            <numerusform>%Ln cells that look like formulas or numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims in several pieces</source>
        <translation>
            <numerusform>%Ln claim in several pieces</numerusform>
            <numerusform>%Ln claims in several pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims nested in another</source>
        <translation>
            <numerusform>%Ln claim nested in another</numerusform>
            <numerusform>%Ln claims nested in another</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims not chosen</source>
        <translation>
            <numerusform>%Ln claim not chosen</numerusform>
            <numerusform>%Ln claims not chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln claims without a cue</source>
        <translation>
            <numerusform>%Ln claim without a cue</numerusform>
            <numerusform>%Ln claims without a cue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cues</source>
        <translation>
            <numerusform>%Ln cue</numerusform>
            <numerusform>%Ln cues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates of publication</source>
        <translation>
            <numerusform>%Ln date of publication</numerusform>
            <numerusform>%Ln dates of publication</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln denials and conditions</source>
        <translation>
            <numerusform>%Ln denial or condition</numerusform>
            <numerusform>%Ln denials and conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entities</source>
        <translation>
            <numerusform>%Ln entity</numerusform>
            <numerusform>%Ln entities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evidence links</source>
        <translation>
            <numerusform>%Ln evidence link</numerusform>
            <numerusform>%Ln evidence links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fields unknown to Annotator</source>
        <translation>
            <numerusform>%Ln field unknown to Annotator</numerusform>
            <numerusform>%Ln fields unknown to Annotator</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further cues of a claim</source>
        <translation>
            <numerusform>%Ln further cue of a claim</numerusform>
            <numerusform>%Ln further cues of a claim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further labels</source>
        <translation>
            <numerusform>%Ln further label</numerusform>
            <numerusform>%Ln further labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hedges</source>
        <translation>
            <numerusform>%Ln hedge</numerusform>
            <numerusform>%Ln hedges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ids of articles</source>
        <translation>
            <numerusform>%Ln id of an article</numerusform>
            <numerusform>%Ln ids of articles</numerusform>
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
        <source>%Ln languages of articles</source>
        <translation>
            <numerusform>%Ln language of an article</numerusform>
            <numerusform>%Ln languages of articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links to the same claim</source>
        <translation>
            <numerusform>%Ln link to the same claim</numerusform>
            <numerusform>%Ln links to the same claim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln long cells</source>
        <translation>
            <numerusform>%Ln long cell</numerusform>
            <numerusform>%Ln long cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine-translation flags</source>
        <translation>
            <numerusform>%Ln machine-translation flag</numerusform>
            <numerusform>%Ln machine-translation flags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks for flagged or skipped articles</source>
        <translation>
            <numerusform>%Ln mark for flagged or skipped articles</numerusform>
            <numerusform>%Ln marks for flagged or skipped articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks in page furniture that was cut out</source>
        <translation>
            <numerusform>%Ln mark in page furniture that was cut out</numerusform>
            <numerusform>%Ln marks in page furniture that was cut out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks off token borders</source>
        <translation>
            <numerusform>%Ln mark off token borders</numerusform>
            <numerusform>%Ln marks off token borders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marks over line ends</source>
        <translation>
            <numerusform>%Ln mark over a line end</numerusform>
            <numerusform>%Ln marks over line ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names behind pronouns</source>
        <translation>
            <numerusform>%Ln name behind a pronoun</numerusform>
            <numerusform>%Ln names behind pronouns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of labels</source>
        <translation>
            <numerusform>%Ln name of a label</numerusform>
            <numerusform>%Ln names of labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names of source files</source>
        <translation>
            <numerusform>%Ln name of a source file</numerusform>
            <numerusform>%Ln names of source files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln notes of several lines</source>
        <translation>
            <numerusform>%Ln note of several lines</numerusform>
            <numerusform>%Ln notes of several lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln original languages</source>
        <translation>
            <numerusform>%Ln original language</numerusform>
            <numerusform>%Ln original languages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln outlets</source>
        <translation>
            <numerusform>%Ln outlet</numerusform>
            <numerusform>%Ln outlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln overlapping marks</source>
        <translation>
            <numerusform>%Ln overlapping mark</numerusform>
            <numerusform>%Ln overlapping marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passages of page furniture</source>
        <translation>
            <numerusform>%Ln passage of page furniture</numerusform>
            <numerusform>%Ln passages of page furniture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln positions of claims in the text</source>
        <translation>
            <numerusform>%Ln position of a claim in the text</numerusform>
            <numerusform>%Ln positions of claims in the text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln readings of several people</source>
        <translation>
            <numerusform>%Ln reading by several people</numerusform>
            <numerusform>%Ln readings of several people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reasons why a claim was found</source>
        <translation>
            <numerusform>%Ln reason why a claim was found</numerusform>
            <numerusform>%Ln reasons why a claim was found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of claims that the text refutes</source>
        <translation>
            <numerusform>%Ln record of a claim that the text refutes</numerusform>
            <numerusform>%Ln records of claims that the text refutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of earlier texts</source>
        <translation>
            <numerusform>%Ln record of an earlier text</numerusform>
            <numerusform>%Ln records of earlier texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of how a claim was settled</source>
        <translation>
            <numerusform>%Ln record of how a claim was settled</numerusform>
            <numerusform>%Ln records of how a claim was settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of how far the machine has read</source>
        <translation>
            <numerusform>%Ln record of how far the machine has read</numerusform>
            <numerusform>%Ln records of how far the machine has read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of whether a claim is checkable</source>
        <translation>
            <numerusform>%Ln record of whether a claim is checkable</numerusform>
            <numerusform>%Ln records of whether a claim is checkable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of whether a claim is quoted</source>
        <translation>
            <numerusform>%Ln record of whether a claim is quoted</numerusform>
            <numerusform>%Ln records of whether a claim is quoted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of who decided, when, and what they saw</source>
        <translation>
            <numerusform>%Ln record of who decided, when, and what they saw</numerusform>
            <numerusform>%Ln records of who decided, when, and what they saw</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records of who found a claim, and when</source>
        <translation>
            <numerusform>%Ln record of who found a claim, and when</numerusform>
            <numerusform>%Ln records of who found a claim, and when</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relaying sources</source>
        <translation>
            <numerusform>%Ln relaying source</numerusform>
            <numerusform>%Ln relaying sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln reviews</source>
        <translation>
            <numerusform>%Ln review</numerusform>
            <numerusform>%Ln reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln source types</source>
        <translation>
            <numerusform>%Ln source type</numerusform>
            <numerusform>%Ln source types</numerusform>
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
        <source>%Ln suggested labels</source>
        <translation>
            <numerusform>%Ln suggested label</numerusform>
            <numerusform>%Ln suggested labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times in a recording</source>
        <translation>
            <numerusform>%Ln time in a recording</numerusform>
            <numerusform>%Ln times in a recording</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln titles</source>
        <translation>
            <numerusform>%Ln title</numerusform>
            <numerusform>%Ln titles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln undecided claims</source>
        <translation>
            <numerusform>%Ln undecided claim</numerusform>
            <numerusform>%Ln undecided claims</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln verdicts</source>
        <translation>
            <numerusform>%Ln verdict</numerusform>
            <numerusform>%Ln verdicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln claims were decided or moved in two ways; they are open again.</source>
        <translation>
            <numerusform>%Ln claim was decided or moved in two ways; it is open again.</numerusform>
            <numerusform>%Ln claims were decided or moved in two ways; they are open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Labels were changed in %Ln articles.</source>
        <translation>
            <numerusform>Labels were changed in %Ln article.</numerusform>
            <numerusform>Labels were changed in %Ln articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message numerus="yes">
        <source>page furniture, %Ln lines</source>
        <translation>
            <numerusform>page furniture, %Ln line</numerusform>
            <numerusform>page furniture, %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message numerus="yes">
        <source>%Ln attachments</source>
        <translation>
            <numerusform>%Ln attachment</numerusform>
            <numerusform>%Ln attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deletions</source>
        <translation>
            <numerusform>%Ln deletion</numerusform>
            <numerusform>%Ln deletions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln embedded parts</source>
        <translation>
            <numerusform>%Ln embedded part</numerusform>
            <numerusform>%Ln embedded parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln films and sounds</source>
        <translation>
            <numerusform>%Ln film or sound</numerusform>
            <numerusform>%Ln films and sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln formulas</source>
        <translation>
            <numerusform>%Ln formula</numerusform>
            <numerusform>%Ln formulas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines set aside as page furniture</source>
        <translation>
            <numerusform>%Ln line set aside as page furniture</numerusform>
            <numerusform>%Ln lines set aside as page furniture</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln missing parts</source>
        <translation>
            <numerusform>%Ln missing part</numerusform>
            <numerusform>%Ln missing parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages without text</source>
        <translation>
            <numerusform>%Ln page without text</numerusform>
            <numerusform>%Ln pages without text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable characters</source>
        <translation>
            <numerusform>%Ln unreadable character</numerusform>
            <numerusform>%Ln unreadable characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln words</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message numerus="yes">
        <source>Use at least %Ln characters; several words are best.</source>
        <translation>
            <numerusform>Use at least %Ln character; several words are best.</numerusform>
            <numerusform>Use at least %Ln characters; several words are best.</numerusform>
        </translation>
    </message>
</context>
</TS>
