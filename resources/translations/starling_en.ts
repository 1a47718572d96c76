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
    <name>GeneralPage</name>
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
    <name>PeersPage</name>
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
        <source>%n more are known but not connected.</source>
        <translation>
            <numerusform>%Ln more is known but not connected.</numerusform>
            <numerusform>%Ln more are known but not connected.</numerusform>
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
        <source>{name} is on; {peers} of the connected peers were found by it.</source>
        <translation>
            <numerusform>{name} is on; {peers} of the connected peers was found by it.</numerusform>
            <numerusform>{name} is on; {peers} of the connected peers were found by it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} gave {peers} peers.</source>
        <translation>
            <numerusform>{name} gave {peers} peer.</numerusform>
            <numerusform>{name} gave {peers} peers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed {fails} times in a row, last {ago}.</source>
        <translation>
            <numerusform>It failed {fails} time, last {ago}.</numerusform>
            <numerusform>It failed {fails} times in a row, last {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} gave {peers} peers {ago}.</source>
        <translation>
            <numerusform>{name} gave {peers} peer {ago}.</numerusform>
            <numerusform>{name} gave {peers} peers {ago}.</numerusform>
        </translation>
    </message>
</context>
</TS>
