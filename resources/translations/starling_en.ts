<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddDialog</name>
    <message numerus="yes">
        <source>Add %n torrents</source>
        <translation>
            <numerusform>Add %Ln torrent</numerusform>
            <numerusform>Add %Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add all %n</source>
        <translation>
            <numerusform>&amp;Add %Ln</numerusform>
            <numerusform>&amp;Add all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message numerus="yes">
        <source>%n web seeds</source>
        <translation>
            <numerusform>%Ln web seed</numerusform>
            <numerusform>%Ln web seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n tiers</source>
        <comment>after a number of trackers</comment>
        <translation>
            <numerusform>in %Ln tier</numerusform>
            <numerusform>in %Ln tiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers</source>
        <translation>
            <numerusform>%Ln tracker</numerusform>
            <numerusform>%Ln trackers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdvancedHits</name>
    <message numerus="yes">
        <source>&amp;Show %n in the list of all</source>
        <translation>
            <numerusform>&amp;Show %Ln in the list of all</numerusform>
            <numerusform>&amp;Show %Ln in the list of all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BanDialog</name>
    <message numerus="yes">
        <source>Ban %n addresses for good?</source>
        <translation>
            <numerusform>Ban %Ln address for good?</numerusform>
            <numerusform>Ban %Ln addresses for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BannedEditor</name>
    <message numerus="yes">
        <source>%n addresses and ranges</source>
        <translation>
            <numerusform>%Ln address or range</numerusform>
            <numerusform>%Ln addresses and ranges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message numerus="yes">
        <source>%n of {all} blocks are here</source>
        <translation>
            <numerusform>%Ln of {all} blocks is here</numerusform>
            <numerusform>%Ln of {all} blocks are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are asked for</source>
        <translation>
            <numerusform>%Ln is asked for</numerusform>
            <numerusform>%Ln are asked for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are asked of several peers</source>
        <translation>
            <numerusform>%Ln is asked of several peers</numerusform>
            <numerusform>%Ln are asked of several peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChronicleWords</name>
    <message numerus="yes">
        <source>%n connections with peers were refused by a filter or a limit.</source>
        <translation>
            <numerusform>%Ln connection with a peer was refused by a filter or a limit.</numerusform>
            <numerusform>%Ln connections with peers were refused by a filter or a limit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tracker} gave %n peers.</source>
        <translation>
            <numerusform>{tracker} gave %Ln peer.</numerusform>
            <numerusform>{tracker} gave %Ln peers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClipboardOffer</name>
    <message numerus="yes">
        <source>%n links to torrents were copied.</source>
        <translation>
            <numerusform>%Ln link to a torrent was copied.</numerusform>
            <numerusform>%Ln links to torrents were copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Connectivity</name>
    <message numerus="yes">
        <source>Knows %n nodes.</source>
        <translation>
            <numerusform>Knows %Ln node.</numerusform>
            <numerusform>Knows %Ln nodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreateWords</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <comment>files and folders that are left out</comment>
        <translation>
            <numerusform>%Ln hidden</numerusform>
            <numerusform>%Ln hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded</source>
        <comment>files and folders that are left out</comment>
        <translation>
            <numerusform>%Ln excluded</numerusform>
            <numerusform>%Ln excluded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things that may not be read</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln thing that may not be read</numerusform>
            <numerusform>%Ln things that may not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names that are no UTF-8</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln name that is no UTF-8</numerusform>
            <numerusform>%Ln names that are no UTF-8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things that are no files</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln thing that is no file</numerusform>
            <numerusform>%Ln things that are no files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links that lead round in a circle</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln link that leads round in a circle</numerusform>
            <numerusform>%Ln links that lead round in a circle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links that lead nowhere</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln link that leads nowhere</numerusform>
            <numerusform>%Ln links that lead nowhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces, a .torrent of about {size}</source>
        <translation>
            <numerusform>%Ln piece, a .torrent of about {size}</numerusform>
            <numerusform>%Ln pieces, a .torrent of about {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces of {size}</source>
        <translation>
            <numerusform>%Ln piece of {size}</numerusform>
            <numerusform>%Ln pieces of {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files get other names where clients leave out characters or can&apos;t tell upper case: {names}.</source>
        <translation>
            <numerusform>%Ln file gets another name where clients leave out characters or can&apos;t tell upper case: {names}.</numerusform>
            <numerusform>%Ln files get other names where clients leave out characters or can&apos;t tell upper case: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataCommands</name>
    <message numerus="yes">
        <source>%n .torrent files are in {folder} now.</source>
        <translation>
            <numerusform>%Ln .torrent file is in {folder} now.</numerusform>
            <numerusform>%Ln .torrent files are in {folder} now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message numerus="yes">
        <source>%n torrents selected, {size}</source>
        <translation>
            <numerusform>%Ln torrent selected, {size}</numerusform>
            <numerusform>%Ln torrents selected, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiskLine</name>
    <message numerus="yes">
        <source>%n of {count} files are here already, {size}: they are believed.</source>
        <translation>
            <numerusform>%Ln of {count} files is here already, {size}: it is believed.</numerusform>
            <numerusform>%Ln of {count} files are here already, {size}: they are believed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {count} files are here already, {size}: they are checked first.</source>
        <translation>
            <numerusform>%Ln of {count} files is here already, {size}: it is checked first.</numerusform>
            <numerusform>%Ln of {count} files are here already, {size}: they are checked first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are here with another size: what fits is kept, the rest is overwritten.</source>
        <translation>
            <numerusform>%Ln file is here with another size: what fits is kept, the rest is overwritten.</numerusform>
            <numerusform>%Ln files are here with another size: what fits is kept, the rest is overwritten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message numerus="yes">
        <source>%n more have happened since.</source>
        <translation>
            <numerusform>%Ln more has happened since.</numerusform>
            <numerusform>%Ln more have happened since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExcludedEditor</name>
    <message numerus="yes">
        <source>%n patterns</source>
        <translation>
            <numerusform>%Ln pattern</numerusform>
            <numerusform>%Ln patterns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>%n rows were exported to {file}.</source>
        <translation>
            <numerusform>%Ln row was exported to {file}.</numerusform>
            <numerusform>%Ln rows were exported to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message numerus="yes">
        <source>{wanted} of {size}, {count} of %n files</source>
        <translation>
            <numerusform>{wanted} of {size}, {count} of %Ln file</numerusform>
            <numerusform>{wanted} of {size}, {count} of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are left out as always</source>
        <translation>
            <numerusform>%Ln file is left out as always</numerusform>
            <numerusform>%Ln files are left out as always</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names are saved otherwise than in the torrent</source>
        <translation>
            <numerusform>%Ln name is saved otherwise than in the torrent</numerusform>
            <numerusform>%Ln names are saved otherwise than in the torrent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message numerus="yes">
        <source>{name}, {count} files</source>
        <translation>
            <numerusform>{name}, {count} file</numerusform>
            <numerusform>{name}, {count} files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message numerus="yes">
        <source>Took part in %n pieces that failed their hash check</source>
        <translation>
            <numerusform>Took part in %Ln piece that failed its hash check</numerusform>
            <numerusform>Took part in %Ln pieces that failed their hash check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message numerus="yes">
        <source>Forget %n torrents for good?</source>
        <translation>
            <numerusform>Forget %Ln torrent for good?</numerusform>
            <numerusform>Forget %Ln torrents for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message numerus="yes">
        <source>{count} torrents are selected: {states}.</source>
        <translation>
            <numerusform>{count} torrent is selected: {states}.</numerusform>
            <numerusform>{count} torrents are selected: {states}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{have} of {all} pieces are here.</source>
        <translation>
            <numerusform>{have} of {all} piece is here.</numerusform>
            <numerusform>{have} of {all} pieces are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {all} pieces are here.</source>
        <translation>
            <numerusform>The {all} piece is here.</numerusform>
            <numerusform>All {all} pieces are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{have} of {all} pieces are here, {flight} in flight.</source>
        <translation>
            <numerusform>{have} of {all} piece is here, {flight} in flight.</numerusform>
            <numerusform>{have} of {all} pieces are here, {flight} in flight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{none} pieces are on no connected peer.</source>
        <translation>
            <numerusform>{none} piece is on no connected peer.</numerusform>
            <numerusform>{none} pieces are on no connected peer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %Ln more</numerusform>
            <numerusform>{names} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoneDialog</name>
    <message numerus="yes">
        <source>Remove %n torrents now?</source>
        <translation>
            <numerusform>Remove %Ln torrent now?</numerusform>
            <numerusform>Remove %Ln torrents now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They would be removed from the list at once; the files of %n go to the trash.</source>
        <translation>
            <numerusform>They would be removed from the list at once; the files of %Ln go to the trash.</numerusform>
            <numerusform>They would be removed from the list at once; the files of %Ln go to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removing can be undone for %n days.</source>
        <translation>
            <numerusform>Removing can be undone for %Ln day.</numerusform>
            <numerusform>Removing can be undone for %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message numerus="yes">
        <source>%n torrents were removed.</source>
        <translation>
            <numerusform>%Ln torrent was removed.</numerusform>
            <numerusform>%Ln torrents were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are in the session.</source>
        <translation>
            <numerusform>%Ln torrent is in the session.</numerusform>
            <numerusform>%Ln torrents are in the session.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IPFilter</name>
    <message numerus="yes">
        <source>{count} ranges are in force</source>
        <translation>
            <numerusform>{count} range is in force</numerusform>
            <numerusform>{count} ranges are in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines could not be read</source>
        <translation>
            <numerusform>{count} line could not be read</numerusform>
            <numerusform>{count} lines could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message numerus="yes">
        <source>{folder} holds too much to look through: %n .torrent files of it are taken.</source>
        <translation>
            <numerusform>{folder} holds too much to look through: %Ln .torrent file of it is taken.</numerusform>
            <numerusform>{folder} holds too much to look through: %Ln .torrent files of it are taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add its %n new trackers</source>
        <translation>
            <numerusform>Add its %Ln new tracker</numerusform>
            <numerusform>Add its %Ln new trackers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers were added to “{name}”.</source>
        <translation>
            <numerusform>%Ln tracker was added to “{name}”.</numerusform>
            <numerusform>%Ln trackers were added to “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IpFilterDialog</name>
    <message numerus="yes">
        <source>%n ranges are allowed by the list itself.</source>
        <translation>
            <numerusform>%Ln range is allowed by the list itself.</numerusform>
            <numerusform>%Ln ranges are allowed by the list itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Since the start %n peers were kept out, {times} in all.</source>
        <translation>
            <numerusform>Since the start %Ln peer was kept out, {times} in all.</numerusform>
            <numerusform>Since the start %Ln peers were kept out, {times} in all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelCommands</name>
    <message numerus="yes">
        <source>%n torrents have the label “{label}” now, whose folder is {folder}.</source>
        <translation>
            <numerusform>%Ln torrent has the label “{label}” now, whose folder is {folder}.</numerusform>
            <numerusform>%Ln torrents have the label “{label}” now, whose folder is {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The label “{label}” is removed, also from %n torrents.</source>
        <translation>
            <numerusform>The label “{label}” is removed, also from %Ln torrent.</numerusform>
            <numerusform>The label “{label}” is removed, also from %Ln torrents.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelDrop</name>
    <message numerus="yes">
        <source>Take all labels from %n torrents</source>
        <translation>
            <numerusform>Take all labels from %Ln torrent</numerusform>
            <numerusform>Take all labels from %Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give “{label}” to %n torrents</source>
        <translation>
            <numerusform>Give “{label}” to %Ln torrent</numerusform>
            <numerusform>Give “{label}” to %Ln torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabellingDialog</name>
    <message numerus="yes">
        <source>Labels of %n torrents</source>
        <translation>
            <numerusform>Labels of %Ln torrent</numerusform>
            <numerusform>Labels of %Ln torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelsEditor</name>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message numerus="yes">
        <source>%n torrents, each of which may be that fast</source>
        <translation>
            <numerusform>%Ln torrent, which may be that fast</numerusform>
            <numerusform>%Ln torrents, each of which may be that fast</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>%Ln link</numerusform>
            <numerusform>%Ln links</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n entries</source>
        <translation>
            <numerusform>{shown} of %Ln entry</numerusform>
            <numerusform>{shown} of %Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries were exported to {file}.</source>
        <translation>
            <numerusform>%Ln entry was exported to {file}.</numerusform>
            <numerusform>%Ln entries were exported to {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message numerus="yes">
        <source>%n trackers allow that only later, from {time} on, and are asked then.</source>
        <translation>
            <numerusform>%Ln tracker allows that only later, from {time} on, and is asked then.</numerusform>
            <numerusform>%Ln trackers allow that only later, from {time} on, and are asked then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoMatch</name>
    <message numerus="yes">
        <source>&amp;Search the file names inside: %n torrents</source>
        <translation>
            <numerusform>&amp;Search the file names inside: %Ln torrent</numerusform>
            <numerusform>&amp;Search the file names inside: %Ln torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%Ln time</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message numerus="yes">
        <source>%n downloads finished</source>
        <translation>
            <numerusform>%Ln download finished</numerusform>
            <numerusform>%Ln downloads finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents added</source>
        <translation>
            <numerusform>%Ln torrent added</numerusform>
            <numerusform>%Ln torrents added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents reached their seeding goals and are removed</source>
        <translation>
            <numerusform>%Ln torrent reached its seeding goal and is removed</numerusform>
            <numerusform>%Ln torrents reached their seeding goals and are removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents reached their seeding goals</source>
        <translation>
            <numerusform>%Ln torrent reached its seeding goal</numerusform>
            <numerusform>%Ln torrents reached their seeding goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have stopped</source>
        <translation>
            <numerusform>%Ln torrent has stopped</numerusform>
            <numerusform>%Ln torrents have stopped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeerCommands</name>
    <message numerus="yes">
        <source>Connecting to %n peers.</source>
        <translation>
            <numerusform>Connecting to %Ln peer.</numerusform>
            <numerusform>Connecting to %Ln peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are disconnected. Whoever is at their addresses can come back in ten minutes.</source>
        <translation>
            <numerusform>%Ln peer is disconnected. Whoever is at its address can come back in ten minutes.</numerusform>
            <numerusform>%Ln peers are disconnected. Whoever is at their addresses can come back in ten minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses are banned. Edit ▸ Banned peers… takes that back.</source>
        <translation>
            <numerusform>%Ln address is banned. Edit ▸ Banned peers… takes that back.</numerusform>
            <numerusform>%Ln addresses are banned. Edit ▸ Banned peers… takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeerLimitDialog</name>
    <message numerus="yes">
        <source>{addresses} and %n more</source>
        <translation>
            <numerusform>{addresses} and %Ln more</numerusform>
            <numerusform>{addresses} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Peers</name>
    <message numerus="yes">
        <source>{shown} of {all} peers: {what}</source>
        <translation>
            <numerusform>{shown} of {all} peer: {what}</numerusform>
            <numerusform>{shown} of {all} peers: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are known but not connected.</source>
        <translation>
            <numerusform>%Ln more is known but not connected.</numerusform>
            <numerusform>%Ln more are known but not connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds: servers that have the files. A click shows only them.</source>
        <translation>
            <numerusform>%Ln web seed: a server that has the files. A click shows only it.</numerusform>
            <numerusform>%Ln web seeds: servers that have the files. A click shows only them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are known by this source, first or since. A click shows only them.</source>
        <translation>
            <numerusform>%Ln peer is known by this source, first or since. A click shows only it.</numerusform>
            <numerusform>%Ln peers are known by this source, first or since. A click shows only them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds</source>
        <translation>
            <numerusform>%Ln web seed</numerusform>
            <numerusform>%Ln web seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers and {seeds} at {down}, uploading to {takers} at {up}.</source>
        <translation>
            <numerusform>Downloading from {senders} of {all} connected peer and {seeds} at {down}, uploading to {takers} at {up}.</numerusform>
            <numerusform>Downloading from {senders} of {all} connected peers and {seeds} at {down}, uploading to {takers} at {up}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers and {seeds} at {down}.</source>
        <translation>
            <numerusform>Downloading from {senders} of {all} connected peer and {seeds} at {down}.</numerusform>
            <numerusform>Downloading from {senders} of {all} connected peers and {seeds} at {down}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers at {down}, uploading to {takers} at {up}.</source>
        <translation>
            <numerusform>Downloading from {senders} of {all} connected peer at {down}, uploading to {takers} at {up}.</numerusform>
            <numerusform>Downloading from {senders} of {all} connected peers at {down}, uploading to {takers} at {up}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers at {down}.</source>
        <translation>
            <numerusform>Downloading from {senders} of {all} connected peer at {down}.</numerusform>
            <numerusform>Downloading from {senders} of {all} connected peers at {down}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uploading to {takers} of {all} connected peers at {up}.</source>
        <translation>
            <numerusform>Uploading to {takers} of {all} connected peer at {up}.</numerusform>
            <numerusform>Uploading to {takers} of {all} connected peers at {up}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{all} connected peers; nothing moves now.</source>
        <translation>
            <numerusform>{all} connected peer; nothing moves now.</numerusform>
            <numerusform>{all} connected peers; nothing moves now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers yet: asked %n trackers {ago}, and got no answer.</source>
        <translation>
            <numerusform>No peers yet: asked %Ln tracker {ago}, and got no answer.</numerusform>
            <numerusform>No peers yet: asked %Ln trackers {ago}, and got no answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers yet: asked %n trackers {ago}, and asks the DHT.</source>
        <translation>
            <numerusform>No peers yet: asked %Ln tracker {ago}, and asks the DHT.</numerusform>
            <numerusform>No peers yet: asked %Ln trackers {ago}, and asks the DHT.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers yet: asked %n trackers {ago}.</source>
        <translation>
            <numerusform>No peers yet: asked %Ln tracker {ago}.</numerusform>
            <numerusform>No peers yet: asked %Ln trackers {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers yet: %n trackers are being asked.</source>
        <translation>
            <numerusform>No peers yet: %Ln tracker is being asked.</numerusform>
            <numerusform>No peers yet: %Ln trackers are being asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PieceLegends</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%Ln copy</numerusform>
            <numerusform>%Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more copies</source>
        <translation>
            <numerusform>%Ln or more copies</numerusform>
            <numerusform>%Ln or more copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message numerus="yes">
        <source>A cell stands for %n pieces.</source>
        <translation>
            <numerusform>A cell stands for %Ln piece.</numerusform>
            <numerusform>A cell stands for %Ln pieces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You and %n peers have {copies} copies.</source>
        <translation>
            <numerusform>You and %Ln peer have {copies} copies.</numerusform>
            <numerusform>You and %Ln peers have {copies} copies.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You and %n peers have {copies} copies: together you are not complete.</source>
        <translation>
            <numerusform>You and %Ln peer have {copies} copies: together you are not complete.</numerusform>
            <numerusform>You and %Ln peers have {copies} copies: together you are not complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} are here</source>
        <translation>
            <numerusform>%Ln of {all} is here</numerusform>
            <numerusform>%Ln of {all} are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%Ln in progress</numerusform>
            <numerusform>%Ln in progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are on no connected peer</source>
        <translation>
            <numerusform>%Ln of them is on no connected peer</numerusform>
            <numerusform>%Ln of them are on no connected peer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rarest is on %n connected peers</source>
        <translation>
            <numerusform>The rarest is on %Ln connected peer</numerusform>
            <numerusform>The rarest is on %Ln connected peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} blocks are here</source>
        <translation>
            <numerusform>%Ln of {all} blocks is here</numerusform>
            <numerusform>%Ln of {all} blocks are here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked of several peers</source>
        <translation>
            <numerusform>%Ln asked of several peers</numerusform>
            <numerusform>%Ln asked of several peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n of {all} connected peers</source>
        <translation>
            <numerusform>On %Ln of {all} connected peers</numerusform>
            <numerusform>On %Ln of {all} connected peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more files</source>
        <translation>
            <numerusform>and %Ln more file</numerusform>
            <numerusform>and %Ln more files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more peers</source>
        <translation>
            <numerusform>and %Ln more peer</numerusform>
            <numerusform>and %Ln more peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were not looked at</source>
        <translation>
            <numerusform>%Ln peer was not looked at</numerusform>
            <numerusform>%Ln peers were not looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on no connected peer: {numbers} …</source>
        <translation>
            <numerusform>%Ln piece is on no connected peer: {numbers} …</numerusform>
            <numerusform>%Ln pieces are on no connected peer: {numbers} …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on no connected peer: {numbers}.</source>
        <translation>
            <numerusform>%Ln piece is on no connected peer: {numbers}.</numerusform>
            <numerusform>%Ln pieces are on no connected peer: {numbers}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They belong to %n files, {size} of them.</source>
        <translation>
            <numerusform>They belong to %Ln file, {size} of it.</numerusform>
            <numerusform>They belong to %Ln files, {size} of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n files can finish.</source>
        <translation>
            <numerusform>%Ln other file can finish.</numerusform>
            <numerusform>The other %Ln files can finish.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;kip the %n files</source>
        <translation>
            <numerusform>S&amp;kip %Ln file</numerusform>
            <numerusform>S&amp;kip the %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are skipped now. Tick them in the Files tab to fetch them after all.</source>
        <translation>
            <numerusform>%Ln file is skipped now. Tick it in the Files tab to fetch it after all.</numerusform>
            <numerusform>%Ln files are skipped now. Tick them in the Files tab to fetch them after all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message numerus="yes">
        <source>%n torrents; the place is that of the first</source>
        <translation>
            <numerusform>%Ln torrent; the place is that of the first</numerusform>
            <numerusform>%Ln torrents; the place is that of the first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message numerus="yes">
        <source>%n settings have their defaults again.</source>
        <translation>
            <numerusform>%Ln setting has its default again.</numerusform>
            <numerusform>%Ln settings have their defaults again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueDrop</name>
    <message numerus="yes">
        <source>Move %n torrents here</source>
        <translation>
            <numerusform>Move %Ln torrent here</numerusform>
            <numerusform>Move %Ln torrents here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelocateDialog</name>
    <message numerus="yes">
        <source>Move the data of %n torrents</source>
        <translation>
            <numerusform>Move the data of %Ln torrent</numerusform>
            <numerusform>Move the data of %Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message numerus="yes">
        <source>%n torrents have reached this seeding goal and would be removed: Starling itself asks first.</source>
        <translation>
            <numerusform>%Ln torrent has reached this seeding goal and would be removed: Starling itself asks first.</numerusform>
            <numerusform>%Ln torrents have reached this seeding goal and would be removed: Starling itself asks first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoteNotices</name>
    <message numerus="yes">
        <source>%n torrents were added by {client}.</source>
        <translation>
            <numerusform>%Ln torrent was added by {client}.</numerusform>
            <numerusform>%Ln torrents were added by {client}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents were removed by {client}.</source>
        <translation>
            <numerusform>%Ln torrent was removed by {client}.</numerusform>
            <numerusform>%Ln torrents were removed by {client}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message numerus="yes">
        <source>Remove %n torrents?</source>
        <translation>
            <numerusform>Remove %Ln torrent?</numerusform>
            <numerusform>Remove %Ln torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This can be undone for %n days.</source>
        <translation>
            <numerusform>This can be undone for %Ln day.</numerusform>
            <numerusform>This can be undone for %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveLabelDialog</name>
    <message numerus="yes">
        <source>It is taken from %n torrents, which stay in the list as they are.</source>
        <translation>
            <numerusform>It is taken from %Ln torrent, which stays in the list as it is.</numerusform>
            <numerusform>It is taken from %Ln torrents, which stay in the list as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveSourcesDialog</name>
    <message numerus="yes">
        <source>Remove %n addresses?</source>
        <translation>
            <numerusform>Remove %Ln address?</numerusform>
            <numerusform>Remove %Ln addresses?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemovedDialog</name>
    <message numerus="yes">
        <source>Removed torrents can come back for %n days, with all that was set.</source>
        <translation>
            <numerusform>Removed torrents can come back for %Ln day, with all that was set.</numerusform>
            <numerusform>Removed torrents can come back for %Ln days, with all that was set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bringing %n torrents back…</source>
        <translation>
            <numerusform>Bringing %Ln torrent back…</numerusform>
            <numerusform>Bringing %Ln torrents back…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are back.</source>
        <translation>
            <numerusform>%Ln torrent is back.</numerusform>
            <numerusform>%Ln torrents are back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message numerus="yes">
        <source>Give %n settings their defaults back?</source>
        <translation>
            <numerusform>Give %Ln setting its default back?</numerusform>
            <numerusform>Give %Ln settings their defaults back?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message numerus="yes">
        <source>Give labels to %n torrents?</source>
        <translation>
            <numerusform>Give labels to %Ln torrent?</numerusform>
            <numerusform>Give labels to %Ln torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveIn</name>
    <message numerus="yes">
        <source>{free} free on {place}, {rest} after all %n</source>
        <translation>
            <numerusform>{free} free on {place}, {rest} after all %Ln</numerusform>
            <numerusform>{free} free on {place}, {rest} after all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {lacking} too little for all %n</source>
        <translation>
            <numerusform>{free} free on {place}, {lacking} too little for all %Ln</numerusform>
            <numerusform>{free} free on {place}, {lacking} too little for all %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {rest} after %n of the {all}</source>
        <translation>
            <numerusform>{free} free on {place}, {rest} after %Ln of the {all}</numerusform>
            <numerusform>{free} free on {place}, {rest} after %Ln of the {all}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {lacking} too little for %n of the {all}</source>
        <translation>
            <numerusform>{free} free on {place}, {lacking} too little for %Ln of the {all}</numerusform>
            <numerusform>{free} free on {place}, {lacking} too little for %Ln of the {all}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>%n more are found: another letter narrows it down.</source>
        <translation>
            <numerusform>%Ln more is found: another letter narrows it down.</numerusform>
            <numerusform>%Ln more are found: another letter narrows it down.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkipFilesDialog</name>
    <message numerus="yes">
        <source>Skip %n files?</source>
        <translation>
            <numerusform>Skip %Ln file?</numerusform>
            <numerusform>Skip %Ln files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Skipping</name>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are here: its piece is shared with files you want.</source>
        <translation>
            <numerusform>{name} is skipped, yet {size} of it are here: its piece is shared with files you want.</numerusform>
            <numerusform>{name} is skipped, yet {size} of it are here: its piece is shared with files you want.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are still fetched: its piece is shared with files you want.</source>
        <translation>
            <numerusform>{name} is skipped, yet {size} of it are still fetched: its piece is shared with files you want.</numerusform>
            <numerusform>{name} is skipped, yet {size} of it are still fetched: its piece is shared with files you want.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are here: {shared} of its {all} pieces are shared with files you want.</source>
        <translation>
            <numerusform>{name} is skipped, yet {size} of it are here: {shared} of its {all} pieces is shared with files you want.</numerusform>
            <numerusform>{name} is skipped, yet {size} of it are here: {shared} of its {all} pieces are shared with files you want.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are still fetched: {shared} of its {all} pieces are shared with files you want.</source>
        <translation>
            <numerusform>{name} is skipped, yet {size} of it are still fetched: {shared} of its {all} pieces is shared with files you want.</numerusform>
            <numerusform>{name} is skipped, yet {size} of it are still fetched: {shared} of its {all} pieces are shared with files you want.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is complete and stays in your folder.</source>
        <translation>
            <numerusform>It is complete and stays in your folder.</numerusform>
            <numerusform>It is complete and stays in your folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are complete and stay in your folder.</source>
        <translation>
            <numerusform>They are complete and stay in your folder.</numerusform>
            <numerusform>They are complete and stay in your folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of it is in your folder.</source>
        <translation>
            <numerusform>What is here of it is in your folder.</numerusform>
            <numerusform>What is here of it is in your folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of it is partly in your folder, partly in a hidden part file.</source>
        <translation>
            <numerusform>What is here of it is partly in your folder, partly in a hidden part file.</numerusform>
            <numerusform>What is here of it is partly in your folder, partly in a hidden part file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it is here, but in a hidden part file: it comes to your folder when you want it.</source>
        <translation>
            <numerusform>All of it is here, but in a hidden part file: it comes to your folder when you want it.</numerusform>
            <numerusform>All of it is here, but in a hidden part file: it comes to your folder when you want it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of it is kept in a hidden part file, and comes back when you want it again.</source>
        <translation>
            <numerusform>What is here of it is kept in a hidden part file, and comes back when you want it again.</numerusform>
            <numerusform>What is here of it is kept in a hidden part file, and comes back when you want it again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stay in a hidden part file, not in your folder.</source>
        <translation>
            <numerusform>It stays in a hidden part file, not in your folder.</numerusform>
            <numerusform>They stay in a hidden part file, not in your folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted files share pieces with it: {names}</source>
        <translation>
            <numerusform>%Ln wanted file shares pieces with it: {names}</numerusform>
            <numerusform>%Ln wanted files share pieces with it: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceUrls</name>
    <message numerus="yes">
        <source>The same is true of %n more.</source>
        <translation>
            <numerusform>The same is true of %Ln more.</numerusform>
            <numerusform>The same is true of %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message numerus="yes">
        <source>These %n torrents</source>
        <translation>
            <numerusform>This %Ln torrent</numerusform>
            <numerusform>These %Ln torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatisticsWords</name>
    <message numerus="yes">
        <source>%n peers connected</source>
        <translation>
            <numerusform>%Ln peer connected</numerusform>
            <numerusform>%Ln peers connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being tried</source>
        <translation>
            <numerusform>%Ln being tried</numerusform>
            <numerusform>%Ln being tried</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let us take</source>
        <translation>
            <numerusform>%Ln lets us take</numerusform>
            <numerusform>%Ln let us take</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may take from us</source>
        <translation>
            <numerusform>%Ln may take from us</numerusform>
            <numerusform>%Ln may take from us</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes of the DHT</source>
        <translation>
            <numerusform>%Ln node of the DHT</numerusform>
            <numerusform>%Ln nodes of the DHT</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>Finding details, %n peers</source>
        <translation>
            <numerusform>Finding details, %Ln peer</numerusform>
            <numerusform>Finding details, %Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stalled: %n peers, none sends</source>
        <translation>
            <numerusform>Stalled: %Ln peer, sends nothing</numerusform>
            <numerusform>Stalled: %Ln peers, none sends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>DHT %n nodes</source>
        <translation>
            <numerusform>DHT %Ln node</numerusform>
            <numerusform>DHT %Ln nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sums</name>
    <message numerus="yes">
        <source>%n downloading</source>
        <translation>
            <numerusform>%Ln downloading</numerusform>
            <numerusform>%Ln downloading</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeding</source>
        <translation>
            <numerusform>%Ln seeding</numerusform>
            <numerusform>%Ln seeding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stalled</source>
        <translation>
            <numerusform>%Ln stalled</numerusform>
            <numerusform>%Ln stalled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding details</source>
        <translation>
            <numerusform>%Ln finding details</numerusform>
            <numerusform>%Ln finding details</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checking</source>
        <translation>
            <numerusform>%Ln checking</numerusform>
            <numerusform>%Ln checking</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moving</source>
        <translation>
            <numerusform>%Ln moving</numerusform>
            <numerusform>%Ln moving</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%Ln queued</numerusform>
            <numerusform>%Ln queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%Ln paused</numerusform>
            <numerusform>%Ln paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%Ln finished</numerusform>
            <numerusform>%Ln finished</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an error</source>
        <translation>
            <numerusform>%Ln with an error</numerusform>
            <numerusform>%Ln with an error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwarmCard</name>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%Ln seed</numerusform>
            <numerusform>%Ln seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asking %n trackers who is there</source>
        <translation>
            <numerusform>Asking %Ln tracker who is there</numerusform>
            <numerusform>Asking %Ln trackers who is there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>and %n before</source>
        <comment>announces</comment>
        <translation>
            <numerusform>and %Ln before</numerusform>
            <numerusform>and %Ln before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n announces</source>
        <translation>
            <numerusform>%Ln announce</numerusform>
            <numerusform>%Ln announces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln answered</numerusform>
            <numerusform>%Ln answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n peers</source>
        <translation>
            <numerusform>at most %Ln peer</numerusform>
            <numerusform>at most %Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in part</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln only in part</numerusform>
            <numerusform>%Ln only in part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln with a warning</numerusform>
            <numerusform>%Ln with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TorrentForm</name>
    <message numerus="yes">
        <source>Finding the details, %n peers</source>
        <translation>
            <numerusform>Finding the details, %Ln peer</numerusform>
            <numerusform>Finding the details, %Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TorrentLog</name>
    <message numerus="yes">
        <source>%n warnings and errors.</source>
        <translation>
            <numerusform>%Ln warning or error.</numerusform>
            <numerusform>%Ln warnings and errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {all} entries since Starling was started.</source>
        <translation>
            <numerusform>{shown} of {all} entry since Starling was started.</numerusform>
            <numerusform>{shown} of {all} entries since Starling was started.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of the latest {all} entries.</source>
        <translation>
            <numerusform>{shown} of the latest {all} entry.</numerusform>
            <numerusform>{shown} of the latest {all} entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest {all} entries.</source>
        <translation>
            <numerusform>The latest {all} entry.</numerusform>
            <numerusform>The latest {all} entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{all} entries since Starling was started.</source>
        <translation>
            <numerusform>{all} entry since Starling was started.</numerusform>
            <numerusform>{all} entries since Starling was started.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrackerCommands</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %Ln more</numerusform>
            <numerusform> and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} may not be asked before {time}: it is asked then.</source>
        <translation>
            <numerusform>{names} may not be asked before {time}: it is asked then.</numerusform>
            <numerusform>{names} may not be asked before {time}: they are asked then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were there already.</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln of them was there already.</numerusform>
            <numerusform>%Ln of them were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trackers</name>
    <message numerus="yes">
        <source>%n nodes</source>
        <comment>of the DHT</comment>
        <translation>
            <numerusform>%Ln node</numerusform>
            <numerusform>%Ln nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrackersPage</name>
    <message numerus="yes">
        <source>%n fail.</source>
        <translation>
            <numerusform>%Ln fails.</numerusform>
            <numerusform>%Ln fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DHT, peer exchange and local network found %n more.</source>
        <translation>
            <numerusform>DHT, peer exchange and local network found %Ln more.</numerusform>
            <numerusform>DHT, peer exchange and local network found %Ln more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds send {rate}.</source>
        <translation>
            <numerusform>%Ln web seed sends {rate}.</numerusform>
            <numerusform>%Ln web seeds send {rate}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds.</source>
        <translation>
            <numerusform>%Ln web seed.</numerusform>
            <numerusform>%Ln web seeds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They gave {peers} peers, the last {ago}.</source>
        <translation>
            <numerusform>They gave {peers} peer {ago}.</numerusform>
            <numerusform>They gave {peers} peers, the last {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They gave {peers} peers.</source>
        <translation>
            <numerusform>They gave {peers} peer.</numerusform>
            <numerusform>They gave {peers} peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gave {peers} peers {ago}.</source>
        <translation>
            <numerusform>It gave {peers} peer {ago}.</numerusform>
            <numerusform>It gave {peers} peers {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gave {peers} peers.</source>
        <translation>
            <numerusform>It gave {peers} peer.</numerusform>
            <numerusform>It gave {peers} peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{working} of {all} trackers work.</source>
        <translation>
            <numerusform>{working} of {all} trackers works.</numerusform>
            <numerusform>{working} of {all} trackers work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Together they gave %n peers.</source>
        <translation>
            <numerusform>Together they gave %Ln peer.</numerusform>
            <numerusform>Together they gave %Ln peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sources selected</source>
        <translation>
            <numerusform>%Ln source selected</numerusform>
            <numerusform>%Ln sources selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln works</numerusform>
            <numerusform>%Ln work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fail</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln fails</numerusform>
            <numerusform>%Ln fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are being asked</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln is being asked</numerusform>
            <numerusform>%Ln are being asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln waits</numerusform>
            <numerusform>%Ln wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are off</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln is off</numerusform>
            <numerusform>%Ln are off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was asked last {ago}, and gave %n peers.</source>
        <translation>
            <numerusform>It was asked last {ago}, and gave %Ln peer.</numerusform>
            <numerusform>It was asked last {ago}, and gave %Ln peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gave %n peers {ago}; it is asked again in {again}.</source>
        <translation>
            <numerusform>Gave %Ln peer {ago}; it is asked again in {again}.</numerusform>
            <numerusform>Gave %Ln peers {ago}; it is asked again in {again}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gave %n peers {ago}.</source>
        <translation>
            <numerusform>Gave %Ln peer {ago}.</numerusform>
            <numerusform>Gave %Ln peers {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gave %n peers.</source>
        <translation>
            <numerusform>Gave %Ln peer.</numerusform>
            <numerusform>Gave %Ln peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%Ln seed</numerusform>
            <numerusform>%Ln seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leechers</source>
        <translation>
            <numerusform>%Ln leecher</numerusform>
            <numerusform>%Ln leechers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It knows {seeds} and {leechers}, and counted %n downloads.</source>
        <translation>
            <numerusform>It knows {seeds} and {leechers}, and counted %Ln download.</numerusform>
            <numerusform>It knows {seeds} and {leechers}, and counted %Ln downloads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times since {since}, again in {again}.</source>
        <translation>
            <numerusform>Tried %Ln time since {since}, again in {again}.</numerusform>
            <numerusform>Tried %Ln times since {since}, again in {again}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times since {since}; it is asked again when those that work fail.</source>
        <translation>
            <numerusform>Tried %Ln time since {since}; it is asked again when those that work fail.</numerusform>
            <numerusform>Tried %Ln times since {since}; it is asked again when those that work fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times since {since}.</source>
        <translation>
            <numerusform>Tried %Ln time since {since}.</numerusform>
            <numerusform>Tried %Ln times since {since}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the connected peers were found by it.</source>
        <translation>
            <numerusform>%Ln of the connected peers was found by it.</numerusform>
            <numerusform>%Ln of the connected peers were found by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It knows %n nodes.</source>
        <comment>of the DHT</comment>
        <translation>
            <numerusform>It knows %Ln node.</numerusform>
            <numerusform>It knows %Ln nodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message numerus="yes">
        <source>Removed %n torrents.</source>
        <translation>
            <numerusform>Removed %Ln torrent.</numerusform>
            <numerusform>Removed %Ln torrents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n torrents. Their files are in the trash.</source>
        <translation>
            <numerusform>Removed %Ln torrent. Its files are in the trash.</numerusform>
            <numerusform>Removed %Ln torrents. Their files are in the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n torrents. Their files stay where they are.</source>
        <translation>
            <numerusform>Removed %Ln torrent. Its files stay where they are.</numerusform>
            <numerusform>Removed %Ln torrents. Their files stay where they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are back.</source>
        <translation>
            <numerusform>%Ln torrent is back.</numerusform>
            <numerusform>%Ln torrents are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Details</name>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%Ln setting</numerusform>
            <numerusform>%Ln settings</numerusform>
        </translation>
    </message>
</context>
</TS>
