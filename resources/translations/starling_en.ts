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
    <name>Boards</name>
    <message numerus="yes">
        <source>%n peers are connected. Slots and pieces come once the metadata is here.</source>
        <translation>
            <numerusform>%Ln peer is connected. Slots and pieces come once the metadata is here.</numerusform>
            <numerusform>%Ln peers are connected. Slots and pieces come once the metadata is here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers hold a slot by what they send</source>
        <translation>
            <numerusform>{count} peer holds a slot by what it sends</numerusform>
            <numerusform>{count} peers hold a slot by what they send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers hold a slot</source>
        <translation>
            <numerusform>{count} peer holds a slot</numerusform>
            <numerusform>{count} peers hold a slot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hold one and send nothing</source>
        <translation>
            <numerusform>{count} holds one and sends nothing</numerusform>
            <numerusform>{count} hold one and send nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers hold the optimistic slot</source>
        <translation>
            <numerusform>{count} peer holds the optimistic slot</numerusform>
            <numerusform>{count} peers hold the optimistic slot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hold the optimistic one</source>
        <translation>
            <numerusform>{count} holds the optimistic one</numerusform>
            <numerusform>{count} hold the optimistic one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers download without a slot</source>
        <translation>
            <numerusform>{count} peer downloads without a slot</numerusform>
            <numerusform>{count} peers download without a slot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} download without one</source>
        <translation>
            <numerusform>{count} downloads without one</numerusform>
            <numerusform>{count} download without one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers wait</source>
        <translation>
            <numerusform>{count} peer waits</numerusform>
            <numerusform>{count} peers wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} wait</source>
        <translation>
            <numerusform>{count} waits</numerusform>
            <numerusform>{count} wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In return {let} of {count} let you download.</source>
        <translation>
            <numerusform>In return {let} of {count} lets you download.</numerusform>
            <numerusform>In return {let} of {count} let you download.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{let} of {count} let you download.</source>
        <translation>
            <numerusform>{let} of {count} lets you download.</numerusform>
            <numerusform>{let} of {count} let you download.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bottlenecks</name>
    <message numerus="yes">
        <source>all torrents, last %n seconds</source>
        <translation>
            <numerusform>all torrents, last %Ln second</numerusform>
            <numerusform>all torrents, last %Ln seconds</numerusform>
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
        <source>%n files have other names.</source>
        <translation>
            <numerusform>%Ln file has another name.</numerusform>
            <numerusform>%Ln files have other names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tracker} gave %n peers.</source>
        <translation>
            <numerusform>{tracker} gave %Ln peer.</numerusform>
            <numerusform>{tracker} gave %Ln peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tracker} gave %n peers after {time}.</source>
        <translation>
            <numerusform>{tracker} gave %Ln peer after {time}.</numerusform>
            <numerusform>{tracker} gave %Ln peers after {time}.</numerusform>
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
    <name>Decisions</name>
    <message numerus="yes">
        <source>every {duration}: %n of the best {slots} keep a slot</source>
        <translation>
            <numerusform>every {duration}: %Ln of the best {slots} keeps a slot</numerusform>
            <numerusform>every {duration}: %Ln of the best {slots} keep a slot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {duration}: for the %n who take fastest</source>
        <translation>
            <numerusform>every {duration}: for the %Ln who takes fastest</numerusform>
            <numerusform>every {duration}: for the %Ln who take fastest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A peer has its share after %n pieces and a minute.</source>
        <translation>
            <numerusform>A peer has its share after %Ln piece and a minute.</numerusform>
            <numerusform>A peer has its share after %Ln pieces and a minute.</numerusform>
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
    <name>Distribution</name>
    <message numerus="yes">
        <source>Nobody lacks it now; with %n peers it would be:</source>
        <translation>
            <numerusform>Nobody lacks it now; with %Ln peer it would be:</numerusform>
            <numerusform>Nobody lacks it now; with %Ln peers it would be:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the %n peers that the trackers count</source>
        <translation>
            <numerusform>With the %Ln peer that the trackers count</numerusform>
            <numerusform>With the %Ln peers that the trackers count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the %n peers you see, yourself included</source>
        <translation>
            <numerusform>With the %Ln peer you see, yourself included</numerusform>
            <numerusform>With the %Ln peers you see, yourself included</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the %n peers you see</source>
        <translation>
            <numerusform>With the %Ln peer you see</numerusform>
            <numerusform>With the %Ln peers you see</numerusform>
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
        <source>The server is what %n connected seeds send you: {rate}, measured.</source>
        <translation>
            <numerusform>The server is what %Ln connected seed sends you: {rate}, measured.</numerusform>
            <numerusform>The server is what %Ln connected seeds send you: {rate}, measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody passes on anything yet: %n peers were measured.</source>
        <translation>
            <numerusform>Nobody passes on anything yet: %Ln peer was measured.</numerusform>
            <numerusform>Nobody passes on anything yet: %Ln peers were measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From others, seeds among them, each peer gets {rate}, the mean of %n measured.</source>
        <translation>
            <numerusform>From others, seeds among them, each peer gets {rate}, the mean of %Ln measured.</numerusform>
            <numerusform>From others, seeds among them, each peer gets {rate}, the mean of %Ln measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From others each peer gets {rate}, the mean of %n measured: so much is passed on.</source>
        <translation>
            <numerusform>From others each peer gets {rate}, the mean of %Ln measured: so much is passed on.</numerusform>
            <numerusform>From others each peer gets {rate}, the mean of %Ln measured: so much is passed on.</numerusform>
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
    <name>Flight</name>
    <message numerus="yes">
        <source>%n blocks asked for and not here yet.</source>
        <translation>
            <numerusform>%Ln block asked for and not here yet.</numerusform>
            <numerusform>%Ln blocks asked for and not here yet.</numerusform>
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
    <name>Found</name>
    <message numerus="yes">
        <source>%n peers of this torrent have, those that have gone included.</source>
        <translation>
            <numerusform>%Ln peer of this torrent has, those that have gone included.</numerusform>
            <numerusform>%Ln peers of this torrent have, those that have gone included.</numerusform>
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
    <name>Gone</name>
    <message numerus="yes">
        <source>{count} peers have left.</source>
        <translation>
            <numerusform>{count} peer has left.</numerusform>
            <numerusform>{count} peers have left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others were called in vain.</source>
        <translation>
            <numerusform>%Ln other was called in vain.</numerusform>
            <numerusform>%Ln others were called in vain.</numerusform>
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
    <name>Journals</name>
    <message numerus="yes">
        <source>Journal of %n peers – {torrent}</source>
        <translation>
            <numerusform>Journal of %Ln peer – {torrent}</numerusform>
            <numerusform>Journal of %Ln peers – {torrent}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps in between are not kept.</source>
        <translation>
            <numerusform>%Ln step in between is not kept.</numerusform>
            <numerusform>%Ln steps in between are not kept.</numerusform>
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
    <name>LastCopyDialog</name>
    <message numerus="yes">
        <source>Pause the last copies of %n torrents?</source>
        <translation>
            <numerusform>Pause the last copy of %Ln torrent?</numerusform>
            <numerusform>Pause the last copies of %Ln torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the last copies of %n torrents?</source>
        <translation>
            <numerusform>Remove the last copy of %Ln torrent?</numerusform>
            <numerusform>Remove the last copies of %Ln torrents?</numerusform>
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
    <name>Magnets</name>
    <message numerus="yes">
        <source>It knows %n nodes.</source>
        <translation>
            <numerusform>It knows %Ln node.</numerusform>
            <numerusform>It knows %Ln nodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers may have the metadata, and are asked for them: an answer is waited for.</source>
        <translation>
            <numerusform>%Ln peer may have the metadata, and is asked for them: an answer is waited for.</numerusform>
            <numerusform>%Ln peers may have the metadata, and are asked for them: an answer is waited for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are being called, and have not answered yet.</source>
        <translation>
            <numerusform>%Ln peer is being called, and has not answered yet.</numerusform>
            <numerusform>%Ln peers are being called, and have not answered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses are known, and nobody is connected: they are called again.</source>
        <translation>
            <numerusform>%Ln address is known, and nobody is connected: it is called again.</numerusform>
            <numerusform>%Ln addresses are known, and nobody is connected: they are called again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingDeeds</name>
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
        <source>No peers: asked %n trackers {ago}, and asks the DHT.</source>
        <translation>
            <numerusform>No peers: asked %Ln tracker {ago}, and asks the DHT.</numerusform>
            <numerusform>No peers: asked %Ln trackers {ago}, and asks the DHT.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers: asked %n trackers {ago}.</source>
        <translation>
            <numerusform>No peers: asked %Ln tracker {ago}.</numerusform>
            <numerusform>No peers: asked %Ln trackers {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers: %n trackers are being asked.</source>
        <translation>
            <numerusform>No peers: %Ln tracker is being asked.</numerusform>
            <numerusform>No peers: %Ln trackers are being asked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Picks</name>
    <message numerus="yes">
        <source>%n blocks</source>
        <translation>
            <numerusform>%Ln block</numerusform>
            <numerusform>%Ln blocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them as whole pieces from one fast peer.</source>
        <comment>blocks</comment>
        <translation>
            <numerusform>%Ln of them as whole pieces from one fast peer.</numerusform>
            <numerusform>%Ln of them as whole pieces from one fast peer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocks were asked of nobody yet.</source>
        <translation>
            <numerusform>%Ln block was asked of nobody yet.</numerusform>
            <numerusform>%Ln blocks were asked of nobody yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n such pieces</source>
        <translation>
            <numerusform>%Ln such piece</numerusform>
            <numerusform>%Ln such pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%Ln copy</numerusform>
            <numerusform>%Ln copies</numerusform>
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
    <name>Rare</name>
    <message numerus="yes">
        <source>%n pieces are on nobody else who is connected, and the trackers know no other seed: if you stop, the swarm can&apos;t complete.</source>
        <translation>
            <numerusform>%Ln piece is on nobody else who is connected, and the trackers know no other seed: if you stop, the swarm can&apos;t complete.</numerusform>
            <numerusform>%Ln pieces are on nobody else who is connected, and the trackers know no other seed: if you stop, the swarm can&apos;t complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on nobody else who is connected, and no other seed is known: if you stop, the swarm may never complete.</source>
        <translation>
            <numerusform>%Ln piece is on nobody else who is connected, and no other seed is known: if you stop, the swarm may never complete.</numerusform>
            <numerusform>%Ln pieces are on nobody else who is connected, and no other seed is known: if you stop, the swarm may never complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have pieces that nobody else has who is connected, and no other seed is known: if you stop, their swarms may never complete.</source>
        <translation>
            <numerusform>%Ln torrent has pieces that nobody else has who is connected, and no other seed is known: if you stop, its swarm may never complete.</numerusform>
            <numerusform>%Ln torrents have pieces that nobody else has who is connected, and no other seed is known: if you stop, their swarms may never complete.</numerusform>
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
        <source>“{name}” has reached its seeding goal, but %n of its pieces are on nobody else who was connected, and no other seed is known: the swarm may never complete.</source>
        <translation>
            <numerusform>“{name}” has reached its seeding goal, but %Ln of its pieces is on nobody else who was connected, and no other seed is known: the swarm may never complete.</numerusform>
            <numerusform>“{name}” has reached its seeding goal, but %Ln of its pieces are on nobody else who was connected, and no other seed is known: the swarm may never complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have reached their seeding goals, but some of their pieces are on nobody else who was connected, and no other seed is known: their swarms may never complete.</source>
        <translation>
            <numerusform>%Ln torrent has reached its seeding goal, but some of its pieces are on nobody else who was connected, and no other seed is known: its swarm may never complete.</numerusform>
            <numerusform>%Ln torrents have reached their seeding goals, but some of their pieces are on nobody else who was connected, and no other seed is known: their swarms may never complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces at most are on nobody else who is connected: not all peers have told yet what they have.</source>
        <translation>
            <numerusform>%Ln piece at most is on nobody else who is connected: not all peers have told yet what they have.</numerusform>
            <numerusform>%Ln pieces at most are on nobody else who is connected: not all peers have told yet what they have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other seeds are known, which have them.</source>
        <translation>
            <numerusform>%Ln other seed is known, which has them.</numerusform>
            <numerusform>%Ln other seeds are known, which have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on nobody else who is connected.</source>
        <translation>
            <numerusform>%Ln piece is on nobody else who is connected.</numerusform>
            <numerusform>%Ln pieces are on nobody else who is connected.</numerusform>
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
    <name>Rules</name>
    <message numerus="yes">
        <source>%n blocks, unless it says how many it takes</source>
        <translation>
            <numerusform>%Ln block, unless it says how many it takes</numerusform>
            <numerusform>%Ln blocks, unless it says how many it takes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%Ln piece</numerusform>
            <numerusform>%Ln pieces</numerusform>
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
    <name>Seats</name>
    <message numerus="yes">
        <source>This torrent may have no more than %n slots: your limit.</source>
        <translation>
            <numerusform>This torrent may have no more than %Ln slot: your limit.</numerusform>
            <numerusform>This torrent may have no more than %Ln slots: your limit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty until they are given by turns.</source>
        <translation>
            <numerusform>%Ln slot is empty until it is given by turns.</numerusform>
            <numerusform>%Ln slots are empty until they are given by turns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty until the next round.</source>
        <translation>
            <numerusform>%Ln slot is empty until the next round.</numerusform>
            <numerusform>%Ln slots are empty until the next round.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty: nobody else needs one.</source>
        <translation>
            <numerusform>%Ln slot is empty: nobody else needs one.</numerusform>
            <numerusform>%Ln slots are empty: nobody else needs one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty: nobody else wants data.</source>
        <translation>
            <numerusform>%Ln slot is empty: nobody else wants data.</numerusform>
            <numerusform>%Ln slots are empty: nobody else wants data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty: nobody wants data.</source>
        <translation>
            <numerusform>%Ln slot is empty: nobody wants data.</numerusform>
            <numerusform>%Ln slots are empty: nobody wants data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your {slots} slots are held by peers of other torrents.</source>
        <translation>
            <numerusform>%Ln of your {slots} slots is held by a peer of another torrent.</numerusform>
            <numerusform>%Ln of your {slots} slots are held by peers of other torrents.</numerusform>
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
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds want nothing from you.</source>
        <translation>
            <numerusform>%Ln seed wants nothing from you.</numerusform>
            <numerusform>%Ln seeds want nothing from you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers want nothing from you.</source>
        <translation>
            <numerusform>%Ln peer wants nothing from you.</numerusform>
            <numerusform>%Ln peers want nothing from you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more wait</source>
        <translation>
            <numerusform>and %Ln more waits</numerusform>
            <numerusform>and %Ln more wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more download</source>
        <translation>
            <numerusform>and %Ln more downloads</numerusform>
            <numerusform>and %Ln more download</numerusform>
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
    <name>StepWords</name>
    <message numerus="yes">
        <source>The DHT gave %n peers.</source>
        <translation>
            <numerusform>The DHT gave %Ln peer.</numerusform>
            <numerusform>The DHT gave %Ln peers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message numerus="yes">
        <source>{sentence} Called %n times.</source>
        <translation>
            <numerusform>{sentence} Called %Ln time.</numerusform>
            <numerusform>{sentence} Called %Ln times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces with blocks from it failed their hash check.</source>
        <translation>
            <numerusform>%Ln piece with blocks from it failed its hash check.</numerusform>
            <numerusform>%Ln pieces with blocks from it failed their hash check.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It refused %n requests by sending nothing.</source>
        <translation>
            <numerusform>It refused %Ln request by sending nothing.</numerusform>
            <numerusform>It refused %Ln requests by sending nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asked for %n blocks that we do not have.</source>
        <translation>
            <numerusform>It asked for %Ln block that we do not have.</numerusform>
            <numerusform>It asked for %Ln blocks that we do not have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It sent %n blocks that we were not waiting for.</source>
        <translation>
            <numerusform>It sent %Ln block that we were not waiting for.</numerusform>
            <numerusform>It sent %Ln blocks that we were not waiting for.</numerusform>
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
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>%n pieces are missing that nobody connected has</source>
        <translation>
            <numerusform>%Ln piece is missing that nobody connected has</numerusform>
            <numerusform>%Ln pieces are missing that nobody connected has</numerusform>
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
        <source>{shown} of {all} entries, every step since {time}.</source>
        <translation>
            <numerusform>{shown} of {all} entry, every step since {time}.</numerusform>
            <numerusform>{shown} of {all} entries, every step since {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{all} entries, every step since {time}.</source>
        <translation>
            <numerusform>{all} entry, every step since {time}.</numerusform>
            <numerusform>{all} entries, every step since {time}.</numerusform>
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
    <name>VerdictTips</name>
    <message numerus="yes">
        <source>%n blocks are asked of it, {size} of them not here yet.</source>
        <translation>
            <numerusform>%Ln block is asked of it, {size} of it not here yet.</numerusform>
            <numerusform>%Ln blocks are asked of it, {size} of them not here yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocks are asked of it, {size} of them not here yet: enough for {duration} at its rate.</source>
        <translation>
            <numerusform>%Ln block is asked of it, {size} of it not here yet: enough for {duration} at its rate.</numerusform>
            <numerusform>%Ln blocks are asked of it, {size} of them not here yet: enough for {duration} at its rate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It waits for %n blocks from you.</source>
        <translation>
            <numerusform>It waits for %Ln block from you.</numerusform>
            <numerusform>It waits for %Ln blocks from you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wasted</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%Ln piece</numerusform>
            <numerusform>%Ln pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>Queued behind %n others.</source>
        <translation>
            <numerusform>Queued behind %Ln other.</numerusform>
            <numerusform>Queued behind %Ln others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your disk does not keep up: data of %n peers wait to be written.</source>
        <translation>
            <numerusform>Your disk does not keep up: data of %Ln peer wait to be written.</numerusform>
            <numerusform>Your disk does not keep up: data of %Ln peers wait to be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trackers count %n peers that download it.</source>
        <translation>
            <numerusform>The trackers count %Ln peer that downloads it.</numerusform>
            <numerusform>The trackers count %Ln peers that download it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You called %n addresses, and none answered.</source>
        <translation>
            <numerusform>You called %Ln address, and it did not answer.</numerusform>
            <numerusform>You called %Ln addresses, and none answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n trackers fail.</source>
        <translation>
            <numerusform>%Ln tracker fails.</numerusform>
            <numerusform>All %Ln trackers fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers answer, and know nobody else who has it.</source>
        <translation>
            <numerusform>%Ln tracker answers, and knows nobody else who has it.</numerusform>
            <numerusform>%Ln trackers answer, and know nobody else who has it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses are known, and nobody is connected yet.</source>
        <translation>
            <numerusform>%Ln address is known, and nobody is connected yet.</numerusform>
            <numerusform>%Ln addresses are known, and nobody is connected yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected, and none can give the metadata: they do not speak the extension protocol.</source>
        <translation>
            <numerusform>%Ln peer is connected, and cannot give the metadata: it does not speak the extension protocol.</numerusform>
            <numerusform>%Ln peers are connected, and none can give the metadata: they do not speak the extension protocol.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data of %n peers wait, for {limit}.</source>
        <translation>
            <numerusform>Data of %Ln peer wait, for {limit}.</numerusform>
            <numerusform>Data of %Ln peers wait, for {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody connected has any of the %n pieces that are missing.</source>
        <translation>
            <numerusform>Nobody connected has the %Ln piece that is missing.</numerusform>
            <numerusform>Nobody connected has any of the %Ln pieces that are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your disk does not keep up: data for %n peers wait to be read.</source>
        <translation>
            <numerusform>Your disk does not keep up: data for %Ln peer wait to be read.</numerusform>
            <numerusform>Your disk does not keep up: data for %Ln peers wait to be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trackers count %n others, and have not named any of them.</source>
        <translation>
            <numerusform>The trackers count %Ln other, and have not named it.</numerusform>
            <numerusform>The trackers count %Ln others, and have not named any of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers have not answered yet.</source>
        <translation>
            <numerusform>%Ln tracker has not answered yet.</numerusform>
            <numerusform>%Ln trackers have not answered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You called %n addresses: they did not answer, or hung up.</source>
        <translation>
            <numerusform>You called %Ln address: it did not answer, or hung up.</numerusform>
            <numerusform>You called %Ln addresses: they did not answer, or hung up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections ended at once: you have no encryption in common.</source>
        <translation>
            <numerusform>%Ln connection ended at once: you have no encryption in common.</numerusform>
            <numerusform>%Ln connections ended at once: you have no encryption in common.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for metadata: %n peers, none has given it.</source>
        <translation>
            <numerusform>Waiting for metadata: %Ln peer, it has not given it.</numerusform>
            <numerusform>Waiting for metadata: %Ln peers, none has given it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected, and have nothing that you need.</source>
        <translation>
            <numerusform>%Ln peer is connected, and has nothing that you need.</numerusform>
            <numerusform>%Ln peers are connected, and have nothing that you need.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trackers count %n seeds, and none of them is connected.</source>
        <translation>
            <numerusform>The trackers count %Ln seed, and it is not connected.</numerusform>
            <numerusform>The trackers count %Ln seeds, and none of them is connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers have what you need, and all of them choke you.</source>
        <translation>
            <numerusform>%Ln peer has what you need, and it chokes you.</numerusform>
            <numerusform>%Ln peers have what you need, and all of them choke you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers let you download, and send nothing although they were asked long ago.</source>
        <translation>
            <numerusform>%Ln peer lets you download, and sends nothing although it was asked long ago.</numerusform>
            <numerusform>%Ln peers let you download, and send nothing although they were asked long ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were asked for blocks, and have not sent any yet.</source>
        <translation>
            <numerusform>%Ln peer was asked for blocks, and has not sent any yet.</numerusform>
            <numerusform>%Ln peers were asked for blocks, and have not sent any yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces in a row failed their hash check: somebody sends wrong data.</source>
        <translation>
            <numerusform>%Ln piece failed its hash check: somebody sends wrong data.</numerusform>
            <numerusform>%Ln pieces in a row failed their hash check: somebody sends wrong data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were banned for it.</source>
        <translation>
            <numerusform>%Ln peer was banned for it.</numerusform>
            <numerusform>%Ln peers were banned for it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected, and none of them wants anything.</source>
        <translation>
            <numerusform>%Ln peer is connected, and it wants nothing.</numerusform>
            <numerusform>%Ln peers are connected, and none of them wants anything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data for %n peers wait, for {limit}.</source>
        <translation>
            <numerusform>Data for %Ln peer wait, for {limit}.</numerusform>
            <numerusform>Data for %Ln peers wait, for {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers want data, and get none.</source>
        <translation>
            <numerusform>%Ln peer wants data, and gets none.</numerusform>
            <numerusform>%Ln peers want data, and get none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers fail</source>
        <translation>
            <numerusform>%Ln tracker fails</numerusform>
            <numerusform>%Ln trackers fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses, none answers</source>
        <translation>
            <numerusform>%Ln address, it does not answer</numerusform>
            <numerusform>%Ln addresses, none answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connecting to %n addresses</source>
        <translation>
            <numerusform>connecting to %Ln address</numerusform>
            <numerusform>connecting to %Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers, none has given it</source>
        <translation>
            <numerusform>%Ln peer, it has not given it</numerusform>
            <numerusform>%Ln peers, none has given it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers choke us</source>
        <translation>
            <numerusform>%Ln peer chokes us</numerusform>
            <numerusform>%Ln peers choke us</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers let us in and send nothing</source>
        <translation>
            <numerusform>%Ln peer lets us in and sends nothing</numerusform>
            <numerusform>%Ln peers let us in and send nothing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were asked, none sends</source>
        <translation>
            <numerusform>%Ln peer was asked, and sends nothing</numerusform>
            <numerusform>%Ln peers were asked, none sends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on no connected peer</source>
        <translation>
            <numerusform>%Ln piece is on no connected peer</numerusform>
            <numerusform>%Ln pieces are on no connected peer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces failed their check</source>
        <translation>
            <numerusform>%Ln piece failed its check</numerusform>
            <numerusform>%Ln pieces failed their check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers want nothing</source>
        <translation>
            <numerusform>%Ln peer wants nothing</numerusform>
            <numerusform>%Ln peers want nothing</numerusform>
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
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln peer</numerusform>
            <numerusform>%Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected</source>
        <translation>
            <numerusform>%Ln peer is connected</numerusform>
            <numerusform>%Ln peers are connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers can give the metadata</source>
        <translation>
            <numerusform>%Ln peer can give the metadata</numerusform>
            <numerusform>%Ln peers can give the metadata</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every piece exists on your %n peers</source>
        <translation>
            <numerusform>Every piece exists on your %Ln peer</numerusform>
            <numerusform>Every piece exists on your %Ln peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers wait for their turn</source>
        <translation>
            <numerusform>%Ln peer waits for its turn</numerusform>
            <numerusform>%Ln peers wait for their turn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers let us download</source>
        <translation>
            <numerusform>%Ln peer lets us download</numerusform>
            <numerusform>%Ln peers let us download</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wire</name>
    <message numerus="yes">
        <source>{have} of %n pieces</source>
        <translation>
            <numerusform>{have} of %Ln piece</numerusform>
            <numerusform>{have} of %Ln pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WireWindow</name>
    <message numerus="yes">
        <source>{shown} of %n messages</source>
        <translation>
            <numerusform>{shown} of %Ln message</numerusform>
            <numerusform>{shown} of %Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest %n messages; older ones are gone</source>
        <translation>
            <numerusform>The latest %Ln message; older ones are gone</numerusform>
            <numerusform>The latest %Ln messages; older ones are gone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages were exported to {file}.</source>
        <translation>
            <numerusform>%Ln message was exported to {file}.</numerusform>
            <numerusform>%Ln messages were exported to {file}.</numerusform>
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
