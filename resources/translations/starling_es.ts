<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Starling</source>
        <translation>Acerca de Starling</translation>
    </message>
    <message>
        <source>A BitTorrent client that explains the swarm.</source>
        <translation>Un cliente BitTorrent que explica el enjambre.</translation>
    </message>
    <message>
        <source>Free software under the {licence}: use it, study it, share it, change it.</source>
        <translation>Software libre bajo la {licence}: úsalo, estúdialo, compártelo, cámbialo.</translation>
    </message>
    <message>
        <source>Starling {version}</source>
        <translation>Starling {version}</translation>
    </message>
    <message>
        <source>Countries of peers: {source}, {licence}.</source>
        <translation>Países de los pares: {source}, {licence}.</translation>
    </message>
    <message>
        <source>Co&amp;py the versions</source>
        <translation>Co&amp;piar las versiones</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Torrent</source>
        <translation>&amp;Torrent</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>C&amp;ola</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Etiquetas</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>Archi&amp;vos</translation>
    </message>
    <message>
        <source>P&amp;eers</source>
        <translation>P&amp;ares</translation>
    </message>
    <message>
        <source>P&amp;ieces</source>
        <translation>Pie&amp;zas</translation>
    </message>
    <message>
        <source>Trac&amp;kers</source>
        <translation>Rastreadore&amp;s</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columnas</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>C&amp;olores</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Open torrents…</source>
        <translation>&amp;Abrir torrents…</translation>
    </message>
    <message>
        <source>Add torrent</source>
        <translation>Añadir torrent</translation>
    </message>
    <message>
        <source>Open &amp;link…</source>
        <translation>Abrir &amp;enlace…</translation>
    </message>
    <message>
        <source>&amp;Paste link</source>
        <translation>&amp;Pegar enlace</translation>
    </message>
    <message>
        <source>Paste link</source>
        <translation>Pegar enlace</translation>
    </message>
    <message>
        <source>Open the links, hashes or files on the clipboard</source>
        <translation>Abrir los enlaces, hashes o archivos del portapapeles</translation>
    </message>
    <message>
        <source>&amp;Create torrent…</source>
        <translation>&amp;Crear torrent…</translation>
    </message>
    <message>
        <source>Make a .torrent of a file or a folder</source>
        <translation>Hacer un .torrent de un archivo o una carpeta</translation>
    </message>
    <message>
        <source>E&amp;xport the list as CSV…</source>
        <translation>E&amp;xportar la lista como CSV…</translation>
    </message>
    <message>
        <source>Write the torrents and columns that are shown into a file</source>
        <translation>Escribir en un archivo los torrents y las columnas que se ven</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Undo removal</source>
        <translation>&amp;Recuperar lo quitado</translation>
    </message>
    <message>
        <source>Bring back the torrents that were removed last, and their files</source>
        <translation>Recuperar los últimos torrents quitados, con sus archivos</translation>
    </message>
    <message>
        <source>&amp;Removed torrents…</source>
        <translation>Torrents &amp;quitados…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>&amp;Filtrar la lista</translation>
    </message>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>&amp;Guardar este filtro…</translation>
    </message>
    <message>
        <source>Find f&amp;iles of the torrent</source>
        <translation>&amp;Buscar archivos del torrent</translation>
    </message>
    <message>
        <source>All lab&amp;els…</source>
        <translation>Todas las &amp;etiquetas…</translation>
    </message>
    <message>
        <source>Files that are &amp;never downloaded…</source>
        <translation>Archivos que &amp;no se descargan nunca…</translation>
    </message>
    <message>
        <source>&amp;Banned peers…</source>
        <translation>Pares &amp;vetados…</translation>
    </message>
    <message>
        <source>IP fi&amp;lter…</source>
        <translation>Filtro de &amp;IP…</translation>
    </message>
    <message>
        <source>Pr&amp;otocol…</source>
        <translation>Prot&amp;ocolo…</translation>
    </message>
    <message>
        <source>Choose by which rules slots are given and pieces are asked for</source>
        <translation>Elegir con qué reglas se dan los huecos y se piden las piezas</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>Start &amp;now</source>
        <translation>Iniciar a&amp;hora</translation>
    </message>
    <message>
        <source>Start whatever the queue says</source>
        <translation>Iniciar, diga lo que diga la cola</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>To the &amp;top of the queue</source>
        <translation>Al &amp;principio de la cola</translation>
    </message>
    <message>
        <source>&amp;Up the queue</source>
        <translation>&amp;Subir en la cola</translation>
    </message>
    <message>
        <source>&amp;Down the queue</source>
        <translation>&amp;Bajar en la cola</translation>
    </message>
    <message>
        <source>To the &amp;bottom of the queue</source>
        <translation>Al &amp;final de la cola</translation>
    </message>
    <message>
        <source>To pla&amp;ce…</source>
        <translation>A un p&amp;uesto…</translation>
    </message>
    <message>
        <source>Move to a place in the queue</source>
        <translation>Mover a un puesto de la cola</translation>
    </message>
    <message>
        <source>Do&amp;wnload in order</source>
        <translation>Descar&amp;gar en orden</translation>
    </message>
    <message>
        <source>&amp;Edit labels…</source>
        <translation>&amp;Editar etiquetas…</translation>
    </message>
    <message>
        <source>Seed &amp;until…</source>
        <translation>Hasta c&amp;uándo compartir…</translation>
    </message>
    <message>
        <source>Until when to seed</source>
        <translation>Hasta cuándo compartir</translation>
    </message>
    <message>
        <source>Rec&amp;heck the data</source>
        <translation>Co&amp;mprobar los datos</translation>
    </message>
    <message>
        <source>Firs&amp;t and last pieces first</source>
        <translation>Primeras &amp;y últimas piezas primero</translation>
    </message>
    <message>
        <source>&amp;Bandwidth limits…</source>
        <translation>Límites de ve&amp;locidad…</translation>
    </message>
    <message>
        <source>How fast these torrents may be, and with how many peers</source>
        <translation>Qué velocidad pueden tener estos torrents y con cuántos pares</translation>
    </message>
    <message>
        <source>&amp;Ask trackers for peers</source>
        <translation>Pedir pares a los &amp;rastreadores</translation>
    </message>
    <message>
        <source>Wh&amp;y isn&apos;t this moving?</source>
        <translation>¿Qué lo &amp;frena?</translation>
    </message>
    <message>
        <source>Say what keeps a torrent, and what helps</source>
        <translation>Decir qué frena a un torrent y qué ayuda</translation>
    </message>
    <message>
        <source>Mo&amp;ve the data…</source>
        <translation>Mover los &amp;datos…</translation>
    </message>
    <message>
        <source>Move the files to another folder, or say in which they are</source>
        <translation>Mover los archivos a otra carpeta o decir en cuál están</translation>
    </message>
    <message>
        <source>Stop movin&amp;g</source>
        <translation>De&amp;jar de mover</translation>
    </message>
    <message>
        <source>Leave the files where they were</source>
        <translation>Dejar los archivos donde estaban</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>E&amp;xport .torrent files…</source>
        <translation>E&amp;xportar los .torrent…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>A&amp;brir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Magnet link</source>
        <translation>Enlace &amp;magnet</translation>
    </message>
    <message>
        <source>Info-&amp;hash</source>
        <translation>Info-&amp;hash</translation>
    </message>
    <message>
        <source>Save &amp;folder</source>
        <translation>&amp;Carpeta de destino</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove with its &amp;data…</source>
        <translation>Quitar con sus da&amp;tos…</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Detalles</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Barra lateral</translation>
    </message>
    <message>
        <source>S&amp;low mode</source>
        <translation>Modo &amp;lento</translation>
    </message>
    <message>
        <source>Use the limits of slow mode</source>
        <translation>Usar los límites del modo lento</translation>
    </message>
    <message>
        <source>S&amp;tatistics…</source>
        <translation>&amp;Estadísticas…</translation>
    </message>
    <message>
        <source>What was transferred today, this month and in all</source>
        <translation>Lo transferido hoy, este mes y en total</translation>
    </message>
    <message>
        <source>Lo&amp;g…</source>
        <translation>&amp;Registro…</translation>
    </message>
    <message>
        <source>What happened, with time and torrent</source>
        <translation>Lo que pasó, con su hora y su torrent</translation>
    </message>
    <message>
        <source>Limit do&amp;wnloads…</source>
        <translation>Li&amp;mitar la descarga…</translation>
    </message>
    <message>
        <source>Choose how fast all torrents together may download</source>
        <translation>Elegir a qué velocidad pueden descargar todos los torrents juntos</translation>
    </message>
    <message>
        <source>Limit &amp;uploads…</source>
        <translation>Limi&amp;tar la subida…</translation>
    </message>
    <message>
        <source>Choose how fast all torrents together may upload</source>
        <translation>Elegir a qué velocidad pueden subir todos los torrents juntos</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>Panel &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Panel &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Connection…</source>
        <translation>&amp;Conexión…</translation>
    </message>
    <message>
        <source>How others reach Starling, and how that is known</source>
        <translation>Cómo llegan otros a Starling y cómo se sabe</translation>
    </message>
    <message>
        <source>&amp;About Starling</source>
        <translation>&amp;Acerca de Starling</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Add torrent</source>
        <translation>Añadir torrent</translation>
    </message>
    <message>
        <source>T&amp;orrents</source>
        <translation>Torrent&amp;s</translation>
    </message>
    <message>
        <source>Torrents to add</source>
        <translation>Torrents por añadir</translation>
    </message>
    <message>
        <source>&amp;Use for all</source>
        <translation>Usar para to&amp;dos</translation>
    </message>
    <message>
        <source>Gives every torrent here this folder, label and these switches</source>
        <translation>Da a todos los torrents de aquí esta carpeta, esta etiqueta y estas casillas</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message numerus="yes">
        <source>Add %n torrents</source>
        <translation>
            <numerusform>Añadir %Ln torrent</numerusform>
            <numerusform>Añadir %Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add all %n</source>
        <translation>
            <numerusform>&amp;Añadir %Ln</numerusform>
            <numerusform>&amp;Añadir los %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Every torrent here was given this folder, label and these switches.</source>
        <translation>Se ha dado a todos los torrents de aquí esta carpeta, esta etiqueta y estas casillas.</translation>
    </message>
</context>
<context>
    <name>AddPeersDialog</name>
    <message>
        <source>Add peers</source>
        <translation>Añadir pares</translation>
    </message>
    <message>
        <source>&amp;Addresses with ports, one per line, such as 192.0.2.1:6881 or [2001:db8::1]:6881</source>
        <translation>&amp;Direcciones con puerto, una por línea, como 192.0.2.1:6881 o [2001:db8::1]:6881</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>C&amp;onectar</translation>
    </message>
    <message>
        <source>The torrent is paused: it connects to nobody until it is started.</source>
        <translation>El torrent está en pausa: no se conecta con nadie hasta que se inicie.</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Open a web page</source>
        <translation>Abrir una página web</translation>
    </message>
    <message>
        <source>Open this address in the browser? It was written by whoever made the torrent.</source>
        <translation>¿Abrir esta dirección en el navegador? La escribió quien creó el torrent.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>Addresses</name>
    <message numerus="yes">
        <source>%n web seeds</source>
        <translation>
            <numerusform>%Ln semilla web</numerusform>
            <numerusform>%Ln semillas web</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n tiers</source>
        <comment>after a number of trackers</comment>
        <translation>
            <numerusform>en %Ln nivel</numerusform>
            <numerusform>en %Ln niveles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers</source>
        <translation>
            <numerusform>%Ln rastreador</numerusform>
            <numerusform>%Ln rastreadores</numerusform>
        </translation>
    </message>
    <message>
        <source>“{text}” is no address of a web seed: those begin with http:// or https://.</source>
        <translation>«{text}» no es la dirección de una semilla web: empiezan por http:// o https://.</translation>
    </message>
    <message>
        <source>Line {line}, “{text}”, is no address of a web seed: those begin with http:// or https://.</source>
        <translation>La línea {line}, «{text}», no es la dirección de una semilla web: empiezan por http:// o https://.</translation>
    </message>
    <message>
        <source>Line {line}, “{text}”, lacks the port, which a UDP tracker needs: udp://tracker.example:6969/announce.</source>
        <translation>A la línea {line}, «{text}», le falta el puerto, que un rastreador UDP necesita: udp://tracker.example:6969/announce.</translation>
    </message>
    <message>
        <source>Line {line}, “{text}”, is no address of a tracker: those begin with http://, https:// or udp://.</source>
        <translation>La línea {line}, «{text}», no es la dirección de un rastreador: empiezan por http://, https:// o udp://.</translation>
    </message>
</context>
<context>
    <name>Advanced</name>
    <message>
        <source>libtorrent has no setting “{name}”.</source>
        <translation>libtorrent no tiene ningún ajuste «{name}».</translation>
    </message>
    <message>
        <source>“{name}” cannot be changed. {reason}</source>
        <translation>«{name}» no se puede cambiar. {reason}</translation>
    </message>
    <message>
        <source>“{name}” is either true or false.</source>
        <translation>«{name}» es true o false.</translation>
    </message>
    <message>
        <source>“{name}” must be from {low} to {high}.</source>
        <translation>«{name}» debe estar entre {low} y {high}.</translation>
    </message>
    <message>
        <source>“{name}” must be one of {names}.</source>
        <translation>«{name}» debe ser uno de {names}.</translation>
    </message>
    <message>
        <source>“{name}” must be one line of text.</source>
        <translation>«{name}» debe ser una línea de texto.</translation>
    </message>
    <message>
        <source>“{name}” has room for {count} bytes.</source>
        <translation>En «{name}» caben {count} bytes.</translation>
    </message>
    <message>
        <source>“{name}” takes an address such as 192.0.2.1 or nothing, not “{value}”.</source>
        <translation>«{name}» admite una dirección como 192.0.2.1 o nada, no «{value}».</translation>
    </message>
    <message>
        <source>“{name}” must be a whole number.</source>
        <translation>«{name}» debe ser un número entero.</translation>
    </message>
    <message>
        <source>Peers that are uploaded to at a time, in all torrents together.</source>
        <translation>Pares a los que se sube a la vez, en todos los torrents juntos.</translation>
    </message>
    <message>
        <source>Upload slots that chance gives to peers, to find better ones.</source>
        <translation>Huecos de subida que el azar da a pares, para encontrar otros mejores.</translation>
    </message>
    <message>
        <source>a fifth</source>
        <translation>la quinta parte</translation>
    </message>
    <message>
        <source>Time between two decisions on who is choked; the classic one is 10 s.</source>
        <translation>Tiempo entre dos decisiones sobre a quién se ahoga; el clásico es 10 s.</translation>
    </message>
    <message>
        <source>How long a slot that chance gave stays with its peer.</source>
        <translation>Cuánto conserva un par el hueco que le dio el azar.</translation>
    </message>
    <message>
        <source>What decides how many slots there are.</source>
        <translation>Qué decide cuántos huecos hay.</translation>
    </message>
    <message>
        <source>A fixed number</source>
        <translation>Un número fijo</translation>
    </message>
    <message>
        <source>The rate to each peer</source>
        <translation>La velocidad a cada par</translation>
    </message>
    <message>
        <source>Where rates decide on slots: what the first peer must reach, each next one 2 KiB/s more.</source>
        <translation>Si la velocidad decide los huecos: la que debe alcanzar el primer par; cada siguiente, 2 KiB/s más.</translation>
    </message>
    <message>
        <source>Whom a seed gives its slots to.</source>
        <translation>A quién da sus huecos una semilla.</translation>
    </message>
    <message>
        <source>Everyone in turn</source>
        <translation>A todos por turno</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>A los más rápidos</translation>
    </message>
    <message>
        <source>Those who begin or finish</source>
        <translation>A quienes empiezan o acaban</translation>
    </message>
    <message>
        <source>Pieces after which a seed gives a peer&apos;s slot to the next, where they take turns.</source>
        <translation>Piezas tras las que una semilla pasa el hueco de un par al siguiente, si van por turno.</translation>
    </message>
    <message>
        <source>When super-seeding, gives a peer a new piece only after it passed the last one on.</source>
        <translation>En supersiembra, da a un par una pieza nueva solo cuando haya pasado la anterior.</translation>
    </message>
    <message>
        <source>Requests of a peer that may wait for their answer; more are dropped.</source>
        <translation>Peticiones de un par que pueden esperar respuesta; las demás se descartan.</translation>
    </message>
    <message>
        <source>Connections in all; more find more data, but cost memory and tax weak routers.</source>
        <translation>Conexiones en total; con más se hallan más datos, pero gastan memoria y cargan los routers flojos.</translation>
    </message>
    <message>
        <source>as many as the system allows</source>
        <translation>tantas como permita el sistema</translation>
    </message>
    <message>
        <source>Incoming calls let in above the limit, so that a better peer can replace a worse one.</source>
        <translation>Llamadas entrantes que se admiten sobre el límite, para que un par mejor sustituya a otro peor.</translation>
    </message>
    <message>
        <source>Calls to peers in a second; fewer are kinder to a router that stumbles over many at once.</source>
        <translation>Llamadas a pares por segundo; con menos no tropieza un router que no aguanta muchas a la vez.</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>ninguna llamada</translation>
    </message>
    <message>
        <source>Spreads calls to peers out evenly while the limit of connections is near.</source>
        <translation>Reparte por igual las llamadas a pares cuando el límite de conexiones está cerca.</translation>
    </message>
    <message>
        <source>Peers that a new torrent calls right after its first announce, out of turn.</source>
        <translation>Pares a los que un torrent nuevo llama sin guardar turno tras su primer anuncio.</translation>
    </message>
    <message>
        <source>After how many calls for downloads a seed may make one; more favours downloads.</source>
        <translation>Tras cuántas llamadas de descargas puede hacer una una semilla; más favorece a las descargas.</translation>
    </message>
    <message>
        <source>Lets seeds call peers too; off, they serve only those who call.</source>
        <translation>Deja que también las semillas llamen a pares; si no, solo sirven a quien llama.</translation>
    </message>
    <message>
        <source>How long a called peer may take to answer.</source>
        <translation>Cuánto puede tardar en contestar un par al que se llama.</translation>
    </message>
    <message>
        <source>How long a peer may take to say who it is and what it wants.</source>
        <translation>Cuánto puede tardar un par en decir quién es y qué quiere.</translation>
    </message>
    <message>
        <source>A connection without a sign of life for this long is closed.</source>
        <translation>Una conexión sin señales de vida durante este tiempo se cierra.</translation>
    </message>
    <message>
        <source>Near the limit of connections, one that is of no use to either side ends after this time.</source>
        <translation>Cerca del límite de conexiones, la que no sirve a ninguna parte acaba tras este tiempo.</translation>
    </message>
    <message>
        <source>How long to leave a peer alone after a failed call, for each failure so far.</source>
        <translation>Cuánto dejar en paz a un par tras una llamada fallida, por cada fallo hasta entonces.</translation>
    </message>
    <message>
        <source>Failed calls after which a peer is given up.</source>
        <translation>Llamadas fallidas tras las que se renuncia a un par.</translation>
    </message>
    <message>
        <source>Hangs up where neither side has anything for the other, as between two seeds.</source>
        <translation>Cuelga si ninguna parte tiene nada para la otra, como entre dos semillas.</translation>
    </message>
    <message>
        <source>Lets peers share an address, as those behind one router do; a cheat can pose as many.</source>
        <translation>Deja que varios pares compartan dirección, como tras un router; un tramposo puede fingir ser muchos.</translation>
    </message>
    <message>
        <source>Keeps a second connection to the same peer, by IPv6 beside IPv4 for instance.</source>
        <translation>Conserva una segunda conexión con el mismo par, por ejemplo por IPv6 además de IPv4.</translation>
    </message>
    <message>
        <source>Calls no ports below 1024, so that nobody can aim us at servers that are no peers.</source>
        <translation>No llama a puertos por debajo de 1024, para que nadie nos lance contra servidores que no son pares.</translation>
    </message>
    <message>
        <source>Calls peers by TCP; off leaves µTP alone.</source>
        <translation>Llama a pares por TCP; si no, solo por µTP.</translation>
    </message>
    <message>
        <source>Takes calls that come by TCP.</source>
        <translation>Acepta las llamadas que llegan por TCP.</translation>
    </message>
    <message>
        <source>Calls peers by µTP, which gives way to other traffic on the line.</source>
        <translation>Llama a pares por µTP, que cede el paso al resto del tráfico de la línea.</translation>
    </message>
    <message>
        <source>Takes calls that come by µTP.</source>
        <translation>Acepta las llamadas que llegan por µTP.</translation>
    </message>
    <message>
        <source>Share of the peers that is exchanged for new ones in each round, when there are nearly too many.</source>
        <translation>Parte de los pares que se cambia por otros nuevos en cada ronda, cuando ya casi sobran.</translation>
    </message>
    <message>
        <source>How full the list of connections must be for peers to be exchanged.</source>
        <translation>Lo llena que debe estar la lista de conexiones para cambiar pares.</translation>
    </message>
    <message>
        <source>Time between two rounds in which the worst peers make room for new ones.</source>
        <translation>Tiempo entre dos rondas en las que los peores pares dejan sitio a otros nuevos.</translation>
    </message>
    <message>
        <source>Addresses of peers remembered for each running torrent.</source>
        <translation>Direcciones de pares que se recuerdan de cada torrent en marcha.</translation>
    </message>
    <message>
        <source>Addresses of peers remembered for each paused torrent; fewer save memory.</source>
        <translation>Direcciones de pares que se recuerdan de cada torrent en pausa; menos ahorran memoria.</translation>
    </message>
    <message>
        <source>First local port of calls to peers, for routers that sort traffic by it.</source>
        <translation>Primer puerto local de las llamadas a pares, para routers que clasifican el tráfico por él.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>How many local ports to use from the first on; with few, calls to a peer soon fail.</source>
        <translation>Cuántos puertos locales usar desde el primero; con pocos, las llamadas a un par pronto fallan.</translation>
    </message>
    <message>
        <source>Mark on packets to peers that lets routers put them behind or before other traffic.</source>
        <translation>Marca en los paquetes a pares con la que los routers los ponen detrás o delante de otro tráfico.</translation>
    </message>
    <message>
        <source>no mark</source>
        <translation>sin marca</translation>
    </message>
    <message>
        <source>lower effort</source>
        <translation>menor esfuerzo</translation>
    </message>
    <message>
        <source>Tells peers of our new pieces even if they have them, which helps them count.</source>
        <translation>Avisa a los pares de nuestras piezas nuevas aunque las tengan, lo que les ayuda a contar.</translation>
    </message>
    <message>
        <source>Addresses or interfaces with the ports that peers can call, and that µTP, DHT and UDP trackers use.</source>
        <translation>Direcciones o interfaces con los puertos a los que llaman los pares y que usan µTP, DHT y rastreadores UDP.</translation>
    </message>
    <message>
        <source>Addresses or interfaces that calls to peers by TCP go out from.</source>
        <translation>Direcciones o interfaces desde las que salen las llamadas a pares por TCP.</translation>
    </message>
    <message>
        <source>Calls that may wait to be taken; more for a server that is called all the time.</source>
        <translation>Llamadas que pueden esperar a que se acepten; más para un servidor al que se llama sin parar.</translation>
    </message>
    <message>
        <source>How many of the next ports to try if the chosen one is taken.</source>
        <translation>Cuántos de los puertos siguientes probar si el elegido está ocupado.</translation>
    </message>
    <message>
        <source>Opens any free port if the chosen ones are taken, rather than none.</source>
        <translation>Abre cualquier puerto libre si los elegidos están ocupados, en vez de ninguno.</translation>
    </message>
    <message>
        <source>Opens the ports anew as soon as this machine gets another address.</source>
        <translation>Abre de nuevo los puertos en cuanto este equipo recibe otra dirección.</translation>
    </message>
    <message>
        <source>Port for torrents whose peers prove themselves by certificates.</source>
        <translation>Puerto para torrents cuyos pares se acreditan con certificados.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Finds peers without trackers, through other clients.</source>
        <translation>Encuentra pares sin rastreadores, a través de otros clientes.</translation>
    </message>
    <message>
        <source>Whom to ask while no node is known: host:port, with commas between.</source>
        <translation>A quién preguntar mientras no se conoce ningún nodo: servidor:puerto, separados por comas.</translation>
    </message>
    <message>
        <source>Uses the DHT only for torrents none of whose trackers work.</source>
        <translation>Usa la DHT solo con torrents de los que no funciona ningún rastreador.</translation>
    </message>
    <message>
        <source>Time between two announces of a torrent to the DHT.</source>
        <translation>Tiempo entre dos anuncios de un torrent a la DHT.</translation>
    </message>
    <message>
        <source>What may be sent to nodes; questions beyond that stay without an answer.</source>
        <translation>Lo que se puede enviar a los nodos; las preguntas que lo excedan quedan sin respuesta.</translation>
    </message>
    <message>
        <source>Asks without ever answering, for machines that are seldom on or pay for traffic.</source>
        <translation>Pregunta sin responder nunca, para equipos que se encienden poco o pagan por el tráfico.</translation>
    </message>
    <message>
        <source>Lets fewer nodes learn what we look for, for a few more packets.</source>
        <translation>Deja que menos nodos sepan qué buscamos, a cambio de unos paquetes más.</translation>
    </message>
    <message>
        <source>Always keeps the nearest nodes busy: finds sooner, sends more.</source>
        <translation>Mantiene siempre ocupados los nodos más cercanos: encuentra antes, envía más.</translation>
    </message>
    <message>
        <source>Nodes asked at a time in a search; more finds sooner and sends more.</source>
        <translation>Nodos a los que se pregunta a la vez en una búsqueda; con más encuentra antes y envía más.</translation>
    </message>
    <message>
        <source>Remembers more nodes far away than usual, which shortens searches.</source>
        <translation>Recuerda más nodos lejanos de lo normal, lo que acorta las búsquedas.</translation>
    </message>
    <message>
        <source>Favours nodes whose ID fits their address (BEP 42).</source>
        <translation>Prefiere los nodos cuyo identificador encaja con su dirección (BEP 42).</translation>
    </message>
    <message>
        <source>Ignores nodes whose ID does not fit their address; safer, but many are honest.</source>
        <translation>Ignora los nodos cuyo identificador no encaja con su dirección; más seguro, pero muchos son honrados.</translation>
    </message>
    <message>
        <source>Remembers few nodes of one network, so that nobody can fill the table alone.</source>
        <translation>Recuerda pocos nodos de una misma red, para que nadie llene la tabla solo.</translation>
    </message>
    <message>
        <source>Trusts few nodes of one network in a search, so that nobody can steer it alone.</source>
        <translation>Se fía de pocos nodos de una misma red en una búsqueda, para que nadie la dirija solo.</translation>
    </message>
    <message>
        <source>Ignores packets from addresses that nobody uses.</source>
        <translation>Ignora los paquetes de direcciones que nadie usa.</translation>
    </message>
    <message>
        <source>Ignores nodes at addresses that are shut out.</source>
        <translation>Ignora los nodos en direcciones vetadas.</translation>
    </message>
    <message>
        <source>Packets a second that a node may send before it is shut out.</source>
        <translation>Paquetes por segundo que un nodo puede enviar antes de quedar vetado.</translation>
    </message>
    <message>
        <source>How long a node that sends too much is shut out.</source>
        <translation>Cuánto queda vetado un nodo que envía demasiado.</translation>
    </message>
    <message>
        <source>Unanswered questions after which a node is forgotten.</source>
        <translation>Preguntas sin respuesta tras las que se olvida un nodo.</translation>
    </message>
    <message>
        <source>Peers that one answer of ours names.</source>
        <translation>Pares que nombra una respuesta nuestra.</translation>
    </message>
    <message>
        <source>Torrents of others whose peers are kept for those who ask.</source>
        <translation>Torrents ajenos cuyos pares se guardan para quien pregunte.</translation>
    </message>
    <message>
        <source>Peers that are kept of each torrent of others.</source>
        <translation>Pares que se guardan de cada torrent ajeno.</translation>
    </message>
    <message>
        <source>Small data of others that is kept in the DHT, in items (BEP 44).</source>
        <translation>Datos pequeños ajenos que se guardan en la DHT, por unidades (BEP 44).</translation>
    </message>
    <message>
        <source>How long small data of others is kept in the DHT; under two hours counts as two.</source>
        <translation>Cuánto se guardan en la DHT los datos pequeños ajenos; menos de dos horas cuenta como dos.</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>How often the sample of torrents that others may ask the DHT for is drawn anew (BEP 51).</source>
        <translation>Cada cuánto se renueva la muestra de torrents que otros pueden pedir a la DHT (BEP 51).</translation>
    </message>
    <message>
        <source>Torrents in the sample that others may ask the DHT for (BEP 51).</source>
        <translation>Torrents de la muestra que otros pueden pedir a la DHT (BEP 51).</translation>
    </message>
    <message>
        <source>Finds peers in the local network by calling out to all.</source>
        <translation>Encuentra pares en la red local llamando a todos.</translation>
    </message>
    <message>
        <source>Time between two announces of a torrent in the local network.</source>
        <translation>Tiempo entre dos anuncios de un torrent en la red local.</translation>
    </message>
    <message>
        <source>Peers that one peer is believed to have, against those that invent them.</source>
        <translation>Pares que se le creen a un par, contra los que se los inventan.</translation>
    </message>
    <message>
        <source>Has the router forward our port, asked by UPnP.</source>
        <translation>Hace que el router reenvíe nuestro puerto, pedido por UPnP.</translation>
    </message>
    <message>
        <source>How long a router is to forward by UPnP; some know only for ever.</source>
        <translation>Cuánto debe reenviar un router por UPnP; algunos solo saben para siempre.</translation>
    </message>
    <message>
        <source>Takes UPnP answers only from within this machine&apos;s own network.</source>
        <translation>Acepta respuestas UPnP solo de la propia red de este equipo.</translation>
    </message>
    <message>
        <source>Has the router forward our port, asked by NAT-PMP or PCP.</source>
        <translation>Hace que el router reenvíe nuestro puerto, pedido por NAT-PMP o PCP.</translation>
    </message>
    <message>
        <source>How long a router is to forward by NAT-PMP before it is asked again.</source>
        <translation>Cuánto debe reenviar un router por NAT-PMP antes de volver a pedírselo.</translation>
    </message>
    <message>
        <source>Router to ask by NAT-PMP; empty for the one that packets leave by.</source>
        <translation>Router al que pedir por NAT-PMP; vacío para aquel por el que salen los paquetes.</translation>
    </message>
    <message>
        <source>Threads that read and write; more for SSDs and arrays.</source>
        <translation>Hilos que leen y escriben; más para SSD y conjuntos de discos.</translation>
    </message>
    <message>
        <source>Threads that check whole torrents; one suits a hard disk, more an SSD.</source>
        <translation>Hilos que comprueban torrents enteros; uno para un disco duro, más para un SSD.</translation>
    </message>
    <message>
        <source>What is read ahead while checking; more is faster and takes memory.</source>
        <translation>Lo que se lee por adelantado al comprobar; más es más rápido y ocupa memoria.</translation>
    </message>
    <message>
        <source>Files that stay open; the system&apos;s limit has to be higher.</source>
        <translation>Archivos que siguen abiertos; el límite del sistema debe ser mayor.</translation>
    </message>
    <message>
        <source>How often the file opened first is closed, for systems that else cache without end.</source>
        <translation>Cada cuánto se cierra el archivo abierto primero, para sistemas cuya caché no deja de crecer.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>What may wait to be written before peers have to wait; more for fast lines and slow disks.</source>
        <translation>Lo que puede esperar a escribirse antes de que esperen los pares; más si la línea es rápida y el disco lento.</translation>
    </message>
    <message>
        <source>What the system does with data that is written.</source>
        <translation>Qué hace el sistema con los datos que se escriben.</translation>
    </message>
    <message>
        <source>Cache it</source>
        <translation>Guardarlos en caché</translation>
    </message>
    <message>
        <source>Keep it out of the cache</source>
        <translation>No guardarlos en caché</translation>
    </message>
    <message>
        <source>Write it at once</source>
        <translation>Escribirlos enseguida</translation>
    </message>
    <message>
        <source>What happens to data that was read for peers.</source>
        <translation>Qué pasa con los datos que se leyeron para pares.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarlos</translation>
    </message>
    <message>
        <source>Leaves the time of the last reading of files as it was, which saves writing; on Linux.</source>
        <translation>Deja como estaba la hora de la última lectura de los archivos, lo que ahorra escrituras; en Linux.</translation>
    </message>
    <message>
        <source>Takes a torrent whose progress was lost for empty instead of checking its files.</source>
        <translation>Da por vacío un torrent cuyo progreso se perdió en vez de comprobar sus archivos.</translation>
    </message>
    <message>
        <source>How long after a failed write a torrent tries to go on.</source>
        <translation>Cuánto después de una escritura fallida intenta seguir un torrent.</translation>
    </message>
    <message>
        <source>Sets files up without zeros, as administrator on Windows; may show what was deleted.</source>
        <translation>Reserva archivos sin ceros, como administrador en Windows; puede mostrar lo que se borró.</translation>
    </message>
    <message>
        <source>Once limited the torrents that were kept in memory.</source>
        <translation>Antes limitaba los torrents que se guardaban en memoria.</translation>
    </message>
    <message>
        <source>Once limited the disk jobs under way.</source>
        <translation>Antes limitaba los trabajos de disco en curso.</translation>
    </message>
    <message>
        <source>Once let the write cache reach over the ends of pieces.</source>
        <translation>Antes dejaba que la caché de escritura pasara del final de las piezas.</translation>
    </message>
    <message>
        <source>Once told trackers the address between two routers.</source>
        <translation>Antes decía a los rastreadores la dirección entre dos routers.</translation>
    </message>
    <message>
        <source>Once also shouted for local peers where multicast was missing.</source>
        <translation>Antes buscaba pares locales también por difusión donde faltaba multicast.</translation>
    </message>
    <message>
        <source>Once set how much memory the disk cache took at a time.</source>
        <translation>Antes fijaba cuánta memoria tomaba de una vez la caché de disco.</translation>
    </message>
    <message>
        <source>Once set how long written data stayed in the disk cache.</source>
        <translation>Antes fijaba cuánto quedaban los datos escritos en la caché de disco.</translation>
    </message>
    <message>
        <source>Once set the size of the disk cache; the system&apos;s own took its place.</source>
        <translation>Antes fijaba el tamaño de la caché de disco; la del sistema ocupó su lugar.</translation>
    </message>
    <message>
        <source>Once limited what the disk cache kept for a moment only.</source>
        <translation>Antes limitaba lo que la caché de disco guardaba solo un momento.</translation>
    </message>
    <message>
        <source>Once joined reads into one large one.</source>
        <translation>Antes unía lecturas en una grande.</translation>
    </message>
    <message>
        <source>Once joined writes into one large one.</source>
        <translation>Antes unía escrituras en una grande.</translation>
    </message>
    <message>
        <source>Once received from peers in one stretch of memory.</source>
        <translation>Antes recibía de los pares en un solo tramo de memoria.</translation>
    </message>
    <message>
        <source>Once belonged to the BitTyrant choker, for peers that gave back.</source>
        <translation>Antes era del reparto BitTyrant, para pares que devolvían.</translation>
    </message>
    <message>
        <source>Once kept data in the read cache for at least this long.</source>
        <translation>Antes guardaba datos en la caché de lectura al menos este tiempo.</translation>
    </message>
    <message>
        <source>Once belonged to the BitTyrant choker, for peers not yet known.</source>
        <translation>Antes era del reparto BitTyrant, para pares aún desconocidos.</translation>
    </message>
    <message>
        <source>Once limited the answers to a search by words, which the DHT never got.</source>
        <translation>Antes limitaba las respuestas a una búsqueda por palabras, que la DHT nunca tuvo.</translation>
    </message>
    <message>
        <source>Would keep files on btrfs in one piece, but only in a way of writing that is not used here.</source>
        <translation>Mantendría enteros los archivos en btrfs, pero solo con un modo de escritura que aquí no se usa.</translation>
    </message>
    <message>
        <source>Would choose how mapped files are written, but files are not mapped here.</source>
        <translation>Elegiría cómo se escriben los archivos mapeados, pero aquí no se mapean.</translation>
    </message>
    <message>
        <source>Plain writes</source>
        <translation>Escrituras normales</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Mapeados</translation>
    </message>
    <message>
        <source>Mapped on fast local disks</source>
        <translation>Mapeados en discos locales rápidos</translation>
    </message>
    <message>
        <source>Once kept data in the write cache until its piece was checked.</source>
        <translation>Antes guardaba datos en la caché de escritura hasta comprobar su pieza.</translation>
    </message>
    <message>
        <source>Once slowed checking down by a pause after each block.</source>
        <translation>Antes frenaba la comprobación con una pausa tras cada bloque.</translation>
    </message>
    <message>
        <source>Once kept everything from going past the proxy.</source>
        <translation>Antes impedía que nada esquivara el proxy.</translation>
    </message>
    <message>
        <source>Once fitted the read cache to the rate of each peer.</source>
        <translation>Antes ajustaba la caché de lectura a la velocidad de cada par.</translation>
    </message>
    <message>
        <source>Once limited the calls under way, for old Windows.</source>
        <translation>Antes limitaba las llamadas en curso, para Windows antiguos.</translation>
    </message>
    <message>
        <source>Once trusted the saved progress even if files had changed.</source>
        <translation>Antes se fiaba del progreso guardado aunque los archivos hubieran cambiado.</translation>
    </message>
    <message>
        <source>Once belonged to the BitTyrant choker, for peers that gave nothing back.</source>
        <translation>Antes era del reparto BitTyrant, para pares que no devolvían nada.</translation>
    </message>
    <message>
        <source>Once hid from the provider that we are a seed.</source>
        <translation>Antes ocultaba al proveedor que somos semilla.</translation>
    </message>
    <message>
        <source>Once kept the disk cache from being swapped out.</source>
        <translation>Antes impedía que la caché de disco saliera de la memoria.</translation>
    </message>
    <message>
        <source>Once kept other programs from changing files.</source>
        <translation>Antes impedía que otros programas cambiaran los archivos.</translation>
    </message>
    <message>
        <source>Once let other programs use the disk first.</source>
        <translation>Antes dejaba que otros programas usaran primero el disco.</translation>
    </message>
    <message>
        <source>Once ended connections to peers that asked on while choked.</source>
        <translation>Antes cortaba a los pares que seguían pidiendo mientras estaban ahogados.</translation>
    </message>
    <message>
        <source>Once named a file to hold the disk cache.</source>
        <translation>Antes nombraba un archivo para la caché de disco.</translation>
    </message>
    <message>
        <source>Would keep small files from being mapped, but none is mapped here.</source>
        <translation>Evitaría mapear archivos pequeños, pero aquí no se mapea ninguno.</translation>
    </message>
    <message>
        <source>Once was to send from several threads, and never did.</source>
        <translation>Antes iba a enviar desde varios hilos, y nunca lo hizo.</translation>
    </message>
    <message>
        <source>Once set how much was read ahead into the disk cache.</source>
        <translation>Antes fijaba cuánto se leía por adelantado a la caché de disco.</translation>
    </message>
    <message>
        <source>Once was for Tribler&apos;s torrents with hash trees; those of BitTorrent v2 need no switch.</source>
        <translation>Antes era para torrents de Tribler con árboles de hashes; los de BitTorrent v2 no necesitan nada.</translation>
    </message>
    <message>
        <source>Once limited the answers of trackers; max_http_recv_buffer_size does now.</source>
        <translation>Antes limitaba las respuestas de los rastreadores; ahora lo hace max_http_recv_buffer_size.</translation>
    </message>
    <message>
        <source>Once set how many requests a web seed got ahead.</source>
        <translation>Antes fijaba cuántas peticiones recibía por adelantado una semilla web.</translation>
    </message>
    <message>
        <source>Once kept memory for the disk cache in stock.</source>
        <translation>Antes tenía memoria en reserva para la caché de disco.</translation>
    </message>
    <message>
        <source>Once told the system of reads to come.</source>
        <translation>Antes avisaba al sistema de las lecturas por venir.</translation>
    </message>
    <message>
        <source>Once switched the cache for reading on.</source>
        <translation>Antes encendía la caché de lectura.</translation>
    </message>
    <message>
        <source>Once switched the cache for writing on.</source>
        <translation>Antes encendía la caché de escritura.</translation>
    </message>
    <message>
        <source>Once delayed the receipts of µTP.</source>
        <translation>Antes retrasaba los acuses de recibo de µTP.</translation>
    </message>
    <message>
        <source>Once dropped data from the cache as soon as it was sent.</source>
        <translation>Antes sacaba los datos de la caché en cuanto se enviaban.</translation>
    </message>
    <message>
        <source>Once set how much was gathered before it was written.</source>
        <translation>Antes fijaba cuánto se reunía antes de escribirlo.</translation>
    </message>
    <message>
        <source>Host of the SAM bridge to I2P; empty for no I2P.</source>
        <translation>Servidor del puente SAM a I2P; vacío para no usar I2P.</translation>
    </message>
    <message>
        <source>Port of the SAM bridge.</source>
        <translation>Puerto del puente SAM.</translation>
    </message>
    <message>
        <source>Lets torrents of I2P use ordinary peers as well, which gives anonymity up.</source>
        <translation>Deja que los torrents de I2P usen también pares corrientes, lo que renuncia al anonimato.</translation>
    </message>
    <message>
        <source>Tunnels that peers reach us through.</source>
        <translation>Túneles por los que nos llegan los pares.</translation>
    </message>
    <message>
        <source>Tunnels that we reach peers through.</source>
        <translation>Túneles por los que llegamos a los pares.</translation>
    </message>
    <message>
        <source>Hops of a tunnel to us; more hide better and are slower.</source>
        <translation>Saltos de un túnel hasta nosotros; con más oculta mejor y es más lento.</translation>
    </message>
    <message>
        <source>Hops of a tunnel from us; more hide better and are slower.</source>
        <translation>Saltos de un túnel desde nosotros; con más oculta mejor y es más lento.</translation>
    </message>
    <message>
        <source>By how many hops the tunnels to us may differ; below 0 both ways.</source>
        <translation>En cuántos saltos pueden diferir los túneles hasta nosotros; bajo 0, en ambos sentidos.</translation>
    </message>
    <message>
        <source>By how many hops the tunnels from us may differ; below 0 both ways.</source>
        <translation>En cuántos saltos pueden diferir los túneles desde nosotros; bajo 0, en ambos sentidos.</translation>
    </message>
    <message>
        <source>Server that tells us our address, for connections to browsers.</source>
        <translation>Servidor que nos dice nuestra dirección, para conexiones con navegadores.</translation>
    </message>
    <message>
        <source>It would learn your address past proxy, VPN and anonymous mode.</source>
        <translation>Sabría tu dirección a pesar de proxy, VPN y modo anónimo.</translation>
    </message>
    <message>
        <source>Browsers that an announce invites to connect.</source>
        <translation>Navegadores a los que un anuncio invita a conectarse.</translation>
    </message>
    <message>
        <source>Each invitation names every address of this machine, past proxy, VPN and anonymous mode.</source>
        <translation>Cada invitación nombra todas las direcciones de este equipo, a pesar de proxy, VPN y modo anónimo.</translation>
    </message>
    <message>
        <source>How long a browser may take to connect.</source>
        <translation>Cuánto puede tardar un navegador en conectarse.</translation>
    </message>
    <message>
        <source>Shortest time between announces to trackers of browsers, whatever they want.</source>
        <translation>Tiempo mínimo entre anuncios a rastreadores de navegadores, quieran lo que quieran.</translation>
    </message>
    <message>
        <source>Kinds of messages that Starling gets of libtorrent, as a sum of bits.</source>
        <translation>Clases de mensajes que Starling recibe de libtorrent, como suma de bits.</translation>
    </message>
    <message>
        <source>Without them Starling would not know what torrents, peers and trackers do.</source>
        <translation>Sin ellos Starling no sabría qué hacen torrents, pares y rastreadores.</translation>
    </message>
    <message>
        <source>Messages of libtorrent that may wait to be read; more would be lost.</source>
        <translation>Mensajes de libtorrent que pueden esperar a ser leídos; los demás se perderían.</translation>
    </message>
    <message>
        <source>Thousands of torrents report at a time, and none of it may be lost.</source>
        <translation>Miles de torrents informan a la vez, y nada de ello debe perderse.</translation>
    </message>
    <message>
        <source>Most blocks asked of a peer ahead; fast and distant peers need many.</source>
        <translation>Máximo de bloques que se piden por adelantado a un par; los rápidos y lejanos necesitan muchos.</translation>
    </message>
    <message>
        <source>For how long a peer is asked ahead, at the rate that it has.</source>
        <translation>Para cuánto tiempo se pide por adelantado a un par, a la velocidad que lleva.</translation>
    </message>
    <message>
        <source>A block that takes longer is asked of somebody else.</source>
        <translation>Un bloque que tarda más se pide a otro.</translation>
    </message>
    <message>
        <source>A peer that leaves us without an answer for this long counts as snubbing.</source>
        <translation>Un par que no responde durante este tiempo cuenta como moroso.</translation>
    </message>
    <message>
        <source>Who would be done with a piece in this time is asked for all of it.</source>
        <translation>A quien acabaría una pieza en este tiempo se le pide entera.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Pieces picked by chance at first, to have something to give, before the rarest.</source>
        <translation>Piezas que se eligen primero al azar, para tener algo que dar, antes que las más raras.</translation>
    </message>
    <message>
        <source>Finishes begun pieces before it picks rarer ones.</source>
        <translation>Acaba las piezas empezadas antes de elegir otras más raras.</translation>
    </message>
    <message>
        <source>Asks two peers for the same block only when every missing piece is on its way.</source>
        <translation>Pide un bloque a dos pares solo cuando todas las piezas que faltan están en camino.</translation>
    </message>
    <message>
        <source>Picks neighbours within 4 MiB together, for disks that are slow to seek.</source>
        <translation>Elige juntas las piezas vecinas de 4 MiB, para discos que tardan en buscar.</translation>
    </message>
    <message>
        <source>Picks in order while nearly everybody has everything, which suits disks.</source>
        <translation>Elige en orden mientras casi todos lo tienen todo, lo que conviene a los discos.</translation>
    </message>
    <message>
        <source>Asks peers that may have sent bad data for whole pieces, to find the culprit.</source>
        <translation>Pide piezas enteras a los pares que quizá enviaron datos malos, para dar con el culpable.</translation>
    </message>
    <message>
        <source>Pieces that a new peer may fetch although it is choked.</source>
        <translation>Piezas que un par nuevo puede bajar aunque esté ahogado.</translation>
    </message>
    <message>
        <source>Whether peers are pointed to pieces that need not be read from disk.</source>
        <translation>Si se señalan a los pares las piezas que no hay que leer del disco.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>What was read lately</source>
        <translation>Lo leído hace poco</translation>
    </message>
    <message>
        <source>Pieces suggested by a peer that are remembered.</source>
        <translation>Piezas sugeridas por un par que se recuerdan.</translation>
    </message>
    <message>
        <source>How long before a piece is complete peers hear of it; saves time and may promise too much.</source>
        <translation>Cuánto antes de estar completa se anuncia una pieza; ahorra tiempo y puede prometer de más.</translation>
    </message>
    <message>
        <source>Takes everything that peers send for right, without checking it.</source>
        <translation>Da por bueno todo lo que envían los pares, sin comprobarlo.</translation>
    </message>
    <message>
        <source>Wrong data would be kept and passed on.</source>
        <translation>Se guardarían y pasarían datos erróneos.</translation>
    </message>
    <message>
        <source>Largest file list that a magnet link may bring.</source>
        <translation>Lista de archivos más grande que puede traer un enlace magnet.</translation>
    </message>
    <message>
        <source>Most pieces that a torrent from a magnet link may have.</source>
        <translation>Máximo de piezas que puede tener un torrent de un enlace magnet.</translation>
    </message>
    <message>
        <source>Most parts that a file list from a magnet link may have, against peers that send rubbish.</source>
        <translation>Máximo de partes de una lista de archivos de un enlace magnet, contra pares que envían basura.</translation>
    </message>
    <message>
        <source>Leaves out who and where we are, as far as peers and trackers can do without.</source>
        <translation>Calla quiénes somos y dónde estamos, mientras pares y rastreadores puedan pasar sin saberlo.</translation>
    </message>
    <message>
        <source>What trackers and web seeds hear that our program is.</source>
        <translation>Qué programa se dice a los rastreadores y semillas web que somos.</translation>
    </message>
    <message>
        <source>Name of the program that peers show for us; empty for the user agent.</source>
        <translation>Nombre de programa con el que nos muestran los pares; vacío para el de user_agent.</translation>
    </message>
    <message>
        <source>Head of our peer-ID; some private trackers admit only those they know.</source>
        <translation>Comienzo de nuestro peer-ID; algunos rastreadores privados solo admiten los que conocen.</translation>
    </message>
    <message>
        <source>Whether calls to peers are encrypted.</source>
        <translation>Si se cifran las llamadas a pares.</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>If the peer can</source>
        <translation>Si el par puede</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Whether calls of peers are encrypted.</source>
        <translation>Si se cifran las llamadas de pares.</translation>
    </message>
    <message>
        <source>If the peer wants</source>
        <translation>Si el par quiere</translation>
    </message>
    <message>
        <source>What is encrypted: the greeting alone, all data, or what both sides agree on.</source>
        <translation>Qué se cifra: solo el saludo, todos los datos o lo que acuerden ambas partes.</translation>
    </message>
    <message>
        <source>The greeting</source>
        <translation>El saludo</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>Todos los datos</translation>
    </message>
    <message>
        <source>Either</source>
        <translation>Lo que se acuerde</translation>
    </message>
    <message>
        <source>Encrypts all data wherever a peer leaves the choice to us.</source>
        <translation>Cifra todos los datos siempre que un par nos deje elegir.</translation>
    </message>
    <message>
        <source>Tells trackers that we take encrypted calls.</source>
        <translation>Dice a los rastreadores que aceptamos llamadas cifradas.</translation>
    </message>
    <message>
        <source>Kind of proxy that stands between us and the Internet.</source>
        <translation>Tipo de proxy que hay entre nosotros e Internet.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>SOCKS5 with a password</source>
        <translation>SOCKS5 con contraseña</translation>
    </message>
    <message>
        <source>HTTP with a password</source>
        <translation>HTTP con contraseña</translation>
    </message>
    <message>
        <source>Host that the proxy runs on.</source>
        <translation>Servidor en el que está el proxy.</translation>
    </message>
    <message>
        <source>Port of the proxy.</source>
        <translation>Puerto del proxy.</translation>
    </message>
    <message>
        <source>Name that the proxy knows us by.</source>
        <translation>Nombre con el que el proxy nos conoce.</translation>
    </message>
    <message>
        <source>Password for the proxy, which is kept as it is in settings.toml.</source>
        <translation>Contraseña del proxy, que se guarda tal cual en settings.toml.</translation>
    </message>
    <message>
        <source>Has the proxy look up hosts, so that your own name server learns of none.</source>
        <translation>Hace que el proxy busque los servidores, para que tu servidor de nombres no sepa de ninguno.</translation>
    </message>
    <message>
        <source>Sends calls to peers and web seeds through the proxy.</source>
        <translation>Envía por el proxy las llamadas a pares y semillas web.</translation>
    </message>
    <message>
        <source>Sends announces through the proxy.</source>
        <translation>Envía los anuncios por el proxy.</translation>
    </message>
    <message>
        <source>Gives an HTTP proxy names of hosts, not addresses alone, as some filters demand.</source>
        <translation>Da a un proxy HTTP nombres de servidores y no solo direcciones, como exigen algunos filtros.</translation>
    </message>
    <message>
        <source>Tells a SOCKS5 proxy which port our packets leave by; wrong behind a router.</source>
        <translation>Dice a un proxy SOCKS5 por qué puerto salen nuestros paquetes; erróneo tras un router.</translation>
    </message>
    <message>
        <source>Downloads that run at a time.</source>
        <translation>Descargas en marcha a la vez.</translation>
    </message>
    <message>
        <source>Seeds that run at a time.</source>
        <translation>Semillas en marcha a la vez.</translation>
    </message>
    <message>
        <source>Torrents that run at a time, slow ones included.</source>
        <translation>Torrents en marcha a la vez, incluidos los lentos.</translation>
    </message>
    <message>
        <source>Torrents that are checked at a time; more only pays off on several disks.</source>
        <translation>Torrents que se comprueban a la vez; más solo compensa con varios discos.</translation>
    </message>
    <message>
        <source>Running torrents that are announced to trackers.</source>
        <translation>Torrents en marcha que se anuncian a los rastreadores.</translation>
    </message>
    <message>
        <source>Whatever runs should be found.</source>
        <translation>Todo lo que está en marcha debe poder encontrarse.</translation>
    </message>
    <message>
        <source>Running torrents that are announced to the DHT.</source>
        <translation>Torrents en marcha que se anuncian a la DHT.</translation>
    </message>
    <message>
        <source>Running torrents that are announced in the local network.</source>
        <translation>Torrents en marcha que se anuncian en la red local.</translation>
    </message>
    <message>
        <source>How often it is decided afresh which torrents run.</source>
        <translation>Cada cuánto se decide de nuevo qué torrents están en marcha.</translation>
    </message>
    <message>
        <source>How long a torrent must be slow to no longer count as active.</source>
        <translation>Cuánto debe ir lento un torrent para dejar de contar como activo.</translation>
    </message>
    <message>
        <source>The next in the queue need not wait a whole minute for a dead torrent.</source>
        <translation>El siguiente de la cola no tiene que esperar un minuto entero por un torrent muerto.</translation>
    </message>
    <message>
        <source>Starts waiting seeds before waiting downloads.</source>
        <translation>Inicia las semillas que esperan antes que las descargas que esperan.</translation>
    </message>
    <message>
        <source>Lets another torrent start while one that runs is slow.</source>
        <translation>Deja que empiece otro torrent mientras uno en marcha va lento.</translation>
    </message>
    <message>
        <source>A torrent that stands still would hold up the queue.</source>
        <translation>Un torrent parado detendría la cola.</translation>
    </message>
    <message>
        <source>A download below this rate counts as slow.</source>
        <translation>Una descarga por debajo de esta velocidad cuenta como lenta.</translation>
    </message>
    <message>
        <source>A seed below this rate counts as slow.</source>
        <translation>Una semilla por debajo de esta velocidad cuenta como lenta.</translation>
    </message>
    <message>
        <source>Starts a waiting torrent when a peer calls for it.</source>
        <translation>Inicia un torrent que espera cuando un par llama por él.</translation>
    </message>
    <message>
        <source>Uploaded to downloaded, from which on a seed lets others go first.</source>
        <translation>Lo subido entre lo descargado a partir de lo cual una semilla deja pasar a otras.</translation>
    </message>
    <message>
        <source>Time of seeding from which on a seed lets others go first.</source>
        <translation>Tiempo compartiendo a partir del cual una semilla deja pasar a otras.</translation>
    </message>
    <message>
        <source>Time of seeding to that of downloading, from which on a seed lets others go first.</source>
        <translation>Tiempo compartiendo entre el de descarga a partir del cual una semilla deja pasar a otras.</translation>
    </message>
    <message>
        <source>Tells peers of share mode, where a torrent fetches only what it can pass on.</source>
        <translation>Avisa a los pares del modo de reparto, en el que un torrent solo baja lo que puede pasar a otros.</translation>
    </message>
    <message>
        <source>Times that a torrent in share mode wants to pass on what it fetches; above 3 it may starve.</source>
        <translation>Veces que un torrent en modo de reparto quiere pasar lo que baja; con más de 3 puede quedarse sin nada.</translation>
    </message>
    <message>
        <source>Download limit of all torrents together.</source>
        <translation>Límite de descarga de todos los torrents juntos.</translation>
    </message>
    <message>
        <source>Upload limit of all torrents together.</source>
        <translation>Límite de subida de todos los torrents juntos.</translation>
    </message>
    <message>
        <source>Leaves peers in the local network out of the limits.</source>
        <translation>Deja fuera de los límites a los pares de la red local.</translation>
    </message>
    <message>
        <source>Download limit of the peers in the local network, while the others have one of their own.</source>
        <translation>Límite de descarga de los pares de la red local, mientras los demás tienen el suyo.</translation>
    </message>
    <message>
        <source>Upload limit of the peers in the local network, while the others have one of their own.</source>
        <translation>Límite de subida de los pares de la red local, mientras los demás tienen el suyo.</translation>
    </message>
    <message>
        <source>Counts the headers of packets too, so that the line carries no more than the limits say.</source>
        <translation>Cuenta también las cabeceras de los paquetes, para que la línea no lleve más de lo que dicen los límites.</translation>
    </message>
    <message>
        <source>Holds µTP to the limits as well, although it gives way by itself.</source>
        <translation>Somete también µTP a los límites, aunque ceda el paso por sí mismo.</translation>
    </message>
    <message>
        <source>How often the allowed bytes are dealt out; rarely is coarser and spares the processor.</source>
        <translation>Cada cuánto se reparten los bytes permitidos; más tiempo es menos fino y alivia el procesador.</translation>
    </message>
    <message>
        <source>Least data held ready for a peer; more lets uploads gain speed sooner.</source>
        <translation>Mínimo de datos listos para un par; con más, las subidas cogen velocidad antes.</translation>
    </message>
    <message>
        <source>Most data held ready for a peer; more for fast lines, at the cost of memory.</source>
        <translation>Máximo de datos listos para un par; más para líneas rápidas, a costa de memoria.</translation>
    </message>
    <message>
        <source>Data held ready for a peer, compared with what it takes in a second.</source>
        <translation>Datos listos para un par, comparados con lo que toma en un segundo.</translation>
    </message>
    <message>
        <source>Data left unsent in a connection at which the system asks for more; on Linux.</source>
        <translation>Datos sin enviar en una conexión con los que el sistema pide más; en Linux.</translation>
    </message>
    <message>
        <source>as the system does</source>
        <translation>como haga el sistema</translation>
    </message>
    <message>
        <source>What the system holds of a connection&apos;s data on its way out; more for fast distant peers.</source>
        <translation>Lo que guarda el sistema de los datos que salen por una conexión; más para pares rápidos y lejanos.</translation>
    </message>
    <message>
        <source>What the system holds of a connection&apos;s data that came in; more if µTP loses packets.</source>
        <translation>Lo que guarda el sistema de los datos que entran por una conexión; más si µTP pierde paquetes.</translation>
    </message>
    <message>
        <source>Most memory for what one peer is sending; a piece of its metadata has to fit.</source>
        <translation>Máximo de memoria para lo que envía un par; debe caber un trozo de sus metadatos.</translation>
    </message>
    <message>
        <source>Delay that µTP may add on the line; more is faster and slows other traffic down.</source>
        <translation>Retraso que µTP puede añadir en la línea; con más va más rápido y frena el resto del tráfico.</translation>
    </message>
    <message>
        <source>Bytes by which µTP may speed up in a round trip; with too many it becomes unsteady.</source>
        <translation>Bytes que µTP puede acelerar en un viaje de ida y vuelta; con demasiados se vuelve inestable.</translation>
    </message>
    <message>
        <source>Shortest wait before a silent µTP connection sends again.</source>
        <translation>Espera mínima antes de que una conexión µTP callada vuelva a enviar.</translation>
    </message>
    <message>
        <source>Wait for the first answer by µTP, doubled after each try.</source>
        <translation>Espera de la primera respuesta por µTP, que se dobla tras cada intento.</translation>
    </message>
    <message>
        <source>Tries to open a µTP connection before it is given up.</source>
        <translation>Intentos de abrir una conexión µTP antes de renunciar a ella.</translation>
    </message>
    <message>
        <source>Times that a lost µTP packet is sent again before the connection counts as dead.</source>
        <translation>Veces que se reenvía un paquete µTP perdido antes de dar la conexión por muerta.</translation>
    </message>
    <message>
        <source>Tries to close a µTP connection in due form.</source>
        <translation>Intentos de cerrar una conexión µTP en debida forma.</translation>
    </message>
    <message>
        <source>What is left of the amount on its way by µTP after a packet was lost.</source>
        <translation>Lo que queda de la cantidad en camino por µTP tras perderse un paquete.</translation>
    </message>
    <message>
        <source>Time after a lost packet in which more of them do not slow µTP down any further.</source>
        <translation>Tiempo tras un paquete perdido en el que otros ya no frenan más a µTP.</translation>
    </message>
    <message>
        <source>How TCP, which takes what it can get, and µTP share the line.</source>
        <translation>Cómo comparten la línea TCP, que toma cuanto puede, y µTP.</translation>
    </message>
    <message>
        <source>TCP comes first</source>
        <translation>Primero TCP</translation>
    </message>
    <message>
        <source>By number of connections</source>
        <translation>Según el número de conexiones</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Velocidades</translation>
    </message>
    <message>
        <source>Buffers</source>
        <translation>Búferes</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Choking</source>
        <translation>Ahogo y huecos</translation>
    </message>
    <message>
        <source>Pieces and requests</source>
        <translation>Piezas y peticiones</translation>
    </message>
    <message>
        <source>Disk and checking</source>
        <translation>Disco y comprobación</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Rastreadores</translation>
    </message>
    <message>
        <source>Web seeds</source>
        <translation>Semillas web</translation>
    </message>
    <message>
        <source>Local peers and the router</source>
        <translation>Pares locales y router</translation>
    </message>
    <message>
        <source>Magnet links</source>
        <translation>Enlaces magnet</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Messages to Starling</source>
        <translation>Mensajes a Starling</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>Sin efecto</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>bytes/s</source>
        <translation>bytes/s</translation>
    </message>
    <message>
        <source>blocks of 16 KiB</source>
        <translation>bloques de 16 KiB</translation>
    </message>
    <message>
        <source>Holds for what begins after the change.</source>
        <translation>Vale para lo que empiece tras el cambio.</translation>
    </message>
    <message>
        <source>Holds when the ports are opened the next time.</source>
        <translation>Vale cuando se vuelvan a abrir los puertos.</translation>
    </message>
    <message>
        <source>Holds from the next start of Starling.</source>
        <translation>Vale desde el próximo inicio de Starling.</translation>
    </message>
    <message>
        <source>Announces to all trackers of a tier, not only to the first that works.</source>
        <translation>Anuncia a todos los rastreadores de un nivel, no solo al primero que funciona.</translation>
    </message>
    <message>
        <source>Announces to a tracker of each tier, not only of the first tier that works.</source>
        <translation>Anuncia a un rastreador de cada nivel, no solo del primer nivel que funciona.</translation>
    </message>
    <message>
        <source>Goes to the UDP tracker of a host before its HTTP one, which costs both sides more.</source>
        <translation>Acude al rastreador UDP de un servidor antes que al HTTP, que cuesta más a ambas partes.</translation>
    </message>
    <message>
        <source>Peers asked for with an announce.</source>
        <translation>Pares que se piden con un anuncio.</translation>
    </message>
    <message>
        <source>Shortest time between announces, even if a tracker wants more of them.</source>
        <translation>Tiempo mínimo entre anuncios, aunque un rastreador quiera más.</translation>
    </message>
    <message>
        <source>How long an announce may take from start to end.</source>
        <translation>Cuánto puede durar un anuncio de principio a fin.</translation>
    </message>
    <message>
        <source>How long a UDP tracker may stay silent before it counts as failed.</source>
        <translation>Cuánto puede callar un rastreador UDP antes de darlo por fallido.</translation>
    </message>
    <message>
        <source>How long a tracker may take when it is told that a torrent stops.</source>
        <translation>Cuánto puede tardar un rastreador al que se avisa de que un torrent para.</translation>
    </message>
    <message>
        <source>they are not told</source>
        <translation>no se les avisa</translation>
    </message>
    <message>
        <source>Quitting would wait for trackers that do not answer.</source>
        <translation>Al salir se esperaría a rastreadores que no responden.</translation>
    </message>
    <message>
        <source>How fast the waits grow between tries at a tracker that fails.</source>
        <translation>Lo deprisa que crecen las esperas entre intentos con un rastreador que falla.</translation>
    </message>
    <message>
        <source>Announces by HTTP under way at a time; the others wait.</source>
        <translation>Anuncios por HTTP en curso a la vez; los demás esperan.</translation>
    </message>
    <message>
        <source>Largest answer that an HTTP tracker may give.</source>
        <translation>Respuesta más grande que puede dar un rastreador HTTP.</translation>
    </message>
    <message>
        <source>How long the token of a UDP tracker serves; more than a minute only if it agrees.</source>
        <translation>Cuánto sirve el testigo de un rastreador UDP; más de un minuto, solo si él lo admite.</translation>
    </message>
    <message>
        <source>Counts data that was thrown away in what trackers are told of our download.</source>
        <translation>Cuenta los datos desechados en lo descargado que se dice a los rastreadores.</translation>
    </message>
    <message>
        <source>Tells trackers how much came more than once.</source>
        <translation>Dice a los rastreadores cuánto llegó más de una vez.</translation>
    </message>
    <message>
        <source>Port that trackers and the DHT hear of, if the outside world reaches us by another one.</source>
        <translation>Puerto que se dice a los rastreadores y la DHT, si desde fuera se nos llega por otro.</translation>
    </message>
    <message>
        <source>the one that is open</source>
        <translation>el que está abierto</translation>
    </message>
    <message>
        <source>Address that trackers are told; nearly all go by the one they see.</source>
        <translation>Dirección que se dice a los rastreadores; casi todos usan la que ven.</translation>
    </message>
    <message>
        <source>Has HTTPS trackers and web seeds prove who they are.</source>
        <translation>Hace que los rastreadores y semillas web HTTPS demuestren quiénes son.</translation>
    </message>
    <message>
        <source>Anyone on the way could pose as the tracker.</source>
        <translation>Cualquiera en el camino podría hacerse pasar por el rastreador.</translation>
    </message>
    <message>
        <source>Keeps trackers and web seeds from luring us into services of your own network.</source>
        <translation>Impide que rastreadores y semillas web nos atraigan a servicios de tu propia red.</translation>
    </message>
    <message>
        <source>Allows hosts with letters beyond ASCII, which may be there to be mistaken for others.</source>
        <translation>Admite servidores con letras fuera de ASCII, que pueden estar ahí para confundirse con otras.</translation>
    </message>
    <message>
        <source>Keeps away from trackers at addresses that are shut out.</source>
        <translation>Evita los rastreadores en direcciones vetadas.</translation>
    </message>
    <message>
        <source>Who bans a peer does not mean the tracker at its address.</source>
        <translation>Quien veta a un par no se refiere al rastreador que está en su dirección.</translation>
    </message>
    <message>
        <source>How often the seeds and peers of waiting torrents are asked for.</source>
        <translation>Cada cuánto se pregunta por las semillas y los pares de los torrents que esperan.</translation>
    </message>
    <message>
        <source>Often enough to choose by, and no burden to trackers.</source>
        <translation>Basta para elegir y no carga a los rastreadores.</translation>
    </message>
    <message>
        <source>Shortest time between two scrapes of waiting torrents, whichever they are.</source>
        <translation>Tiempo mínimo entre dos scrapes de torrents que esperan, sean cuales sean.</translation>
    </message>
    <message>
        <source>How long the address of a host is remembered.</source>
        <translation>Cuánto se recuerda la dirección de un servidor.</translation>
    </message>
    <message>
        <source>Web seeds that a torrent uses at a time.</source>
        <translation>Semillas web que un torrent usa a la vez.</translation>
    </message>
    <message>
        <source>A web seed that is silent for this long is left.</source>
        <translation>Se deja una semilla web que calla durante este tiempo.</translation>
    </message>
    <message>
        <source>How long to leave a web seed alone after it failed.</source>
        <translation>Cuánto dejar en paz a una semilla web tras fallar.</translation>
    </message>
    <message>
        <source>Most that is asked of a web seed at once; more makes for fewer requests.</source>
        <translation>Máximo que se pide de una vez a una semilla web; con más hay menos peticiones.</translation>
    </message>
    <message>
        <source>How long to wait after the host of a web seed was not found.</source>
        <translation>Cuánto esperar tras no encontrar el servidor de una semilla web.</translation>
    </message>
    <message>
        <source>No longer asks a web seed that sent bad data.</source>
        <translation>No vuelve a pedir a una semilla web que envió datos malos.</translation>
    </message>
    <message>
        <source>Counts web seeds in rates, in totals and in what trackers are told.</source>
        <translation>Cuenta las semillas web en velocidades, en totales y en lo que se dice a los rastreadores.</translation>
    </message>
    <message>
        <source>Says who we are with each request to a web seed, not only with a connection&apos;s first.</source>
        <translation>Dice quiénes somos en cada petición a una semilla web, no solo en la primera de una conexión.</translation>
    </message>
</context>
<context>
    <name>AdvancedHits</name>
    <message>
        <source>{page}: libtorrent&apos;s own settings</source>
        <translation>{page}: ajustes propios de libtorrent</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Show %n in the list of all</source>
        <translation>
            <numerusform>&amp;Ver %Ln en la lista completa</numerusform>
            <numerusform>&amp;Ver los %Ln en la lista completa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdvancedPage</name>
    <message>
        <source>Everything that libtorrent can be told, by its own names. Changes apply at once.</source>
        <translation>Todo lo que se le puede decir a libtorrent, con sus propios nombres. Los cambios valen al momento.</translation>
    </message>
    <message>
        <source>Filter: a name or words of its help</source>
        <translation>Nombre o texto de su ayuda</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>C&amp;hanged only</source>
        <translation>Solo ca&amp;mbiados</translation>
    </message>
</context>
<context>
    <name>AdvancedTable</name>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>libtorrent&apos;s own settings</source>
        <translation>Ajustes propios de libtorrent</translation>
    </message>
    <message>
        <source>{name}, changed</source>
        <translation>{name}, cambiado</translation>
    </message>
</context>
<context>
    <name>AnnounceChart</name>
    <message>
        <source>Nothing was asked in these hours.</source>
        <translation>En estas horas no se preguntó nada.</translation>
    </message>
    <message>
        <source>Announces to {name}</source>
        <translation>Anuncios a {name}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>ArgumentsEditor</name>
    <message>
        <source>Program; none if empty</source>
        <translation>Programa; ninguno si está vacío</translation>
    </message>
    <message>
        <source>Arguments, one a line</source>
        <translation>Argumentos, uno por línea</translation>
    </message>
    <message>
        <source>Arguments: {label}</source>
        <translation>Argumentos: {label}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {label}</source>
        <translation>Elegir: {label}</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Clear: {label}</source>
        <translation>Vaciar: {label}</translation>
    </message>
    <message>
        <source>“{label}” has arguments, but no program.</source>
        <translation>«{label}» tiene argumentos, pero ningún programa.</translation>
    </message>
</context>
<context>
    <name>Atlas</name>
    <message>
        <source>Map shows</source>
        <translation>El mapa muestra</translation>
    </message>
    <message>
        <source>H&amp;ave</source>
        <translation>Recibi&amp;do</translation>
    </message>
    <message>
        <source>What is here, and what is on its way</source>
        <translation>Lo que hay y lo que está en camino</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>&amp;Copias</translation>
    </message>
    <message>
        <source>How many connected peers have each piece</source>
        <translation>Cuántos pares conectados tienen cada pieza</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>P&amp;rioridad</translation>
    </message>
    <message>
        <source>How urgently each piece is wanted</source>
        <translation>Con qué urgencia se quiere cada pieza</translation>
    </message>
    <message>
        <source>Show what is &amp;here</source>
        <translation>Mostrar lo que &amp;hay</translation>
    </message>
    <message>
        <source>Show c&amp;opies</source>
        <translation>Mostrar las &amp;copias</translation>
    </message>
    <message>
        <source>Show &amp;priorities</source>
        <translation>Mostrar las &amp;prioridades</translation>
    </message>
    <message>
        <source>A &amp;cell for each piece</source>
        <translation>Una celda por pie&amp;za</translation>
    </message>
    <message>
        <source>Double click: its files</source>
        <translation>Doble clic: sus archivos</translation>
    </message>
</context>
<context>
    <name>BanDialog</name>
    <message numerus="yes">
        <source>Ban %n addresses for good?</source>
        <translation>
            <numerusform>¿Vetar %Ln dirección para siempre?</numerusform>
            <numerusform>¿Vetar %Ln direcciones para siempre?</numerusform>
        </translation>
    </message>
    <message>
        <source>Ban peers</source>
        <translation>Vetar pares</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>No torrent connects to them any more, or takes a connection from them.</source>
        <translation>Ningún torrent volverá a conectarse con ellas ni aceptará sus conexiones.</translation>
    </message>
    <message>
        <source>Edit ▸ Banned peers… takes that back.</source>
        <translation>Editar ▸ Pares vetados… lo deshace.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Ban</source>
        <translation>&amp;Vetar</translation>
    </message>
</context>
<context>
    <name>BannedDialog</name>
    <message>
        <source>Banned peers</source>
        <translation>Pares vetados</translation>
    </message>
    <message>
        <source>&amp;Addresses and ranges, one per line, such as 192.0.2.1, 192.0.2.0/24 or 2001:db8::/32</source>
        <translation>&amp;Direcciones y rangos, uno por línea, como 192.0.2.1, 192.0.2.0/24 o 2001:db8::/32</translation>
    </message>
    <message>
        <source>No torrent connects to them or takes connections from them. Who is taken out may come back.</source>
        <translation>Ningún torrent se conecta con ellos ni acepta sus conexiones. Quien se quita puede volver.</translation>
    </message>
</context>
<context>
    <name>BannedEditor</name>
    <message numerus="yes">
        <source>%n addresses and ranges</source>
        <translation>
            <numerusform>%Ln dirección o rango</numerusform>
            <numerusform>%Ln direcciones y rangos</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>Blocks</name>
    <message numerus="yes">
        <source>%n of {all} blocks are here</source>
        <translation>
            <numerusform>Hay %Ln de {all} bloques</numerusform>
            <numerusform>Hay %Ln de {all} bloques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are asked for</source>
        <translation>
            <numerusform>%Ln pedido</numerusform>
            <numerusform>%Ln pedidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are asked of several peers</source>
        <translation>
            <numerusform>%Ln pedido a varios pares</numerusform>
            <numerusform>%Ln pedidos a varios pares</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Boards</name>
    <message>
        <source>Nobody who is connected wants data of yours.</source>
        <translation>Ningún par conectado quiere datos tuyos.</translation>
    </message>
    <message>
        <source>You serve them all:</source>
        <translation>Sirves a todos:</translation>
    </message>
    <message>
        <source>No board: the torrent is paused, and trades with nobody.</source>
        <translation>Sin tablero: el torrent está en pausa y no intercambia con nadie.</translation>
    </message>
    <message>
        <source>No board: the torrent waits in the queue, and trades with nobody.</source>
        <translation>Sin tablero: el torrent espera en la cola y no intercambia con nadie.</translation>
    </message>
    <message>
        <source>No board: the torrent is being checked, and trades with nobody.</source>
        <translation>Sin tablero: el torrent se está comprobando y no intercambia con nadie.</translation>
    </message>
    <message>
        <source>No board: the torrent is being moved, and trades with nobody.</source>
        <translation>Sin tablero: el torrent se está moviendo y no intercambia con nadie.</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected. Slots and pieces come once the metadata is here.</source>
        <translation>
            <numerusform>Hay %Ln par conectado. Los huecos y las piezas vendrán cuando lleguen los metadatos.</numerusform>
            <numerusform>Hay %Ln pares conectados. Los huecos y las piezas vendrán cuando lleguen los metadatos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody earns a slot by sending at the moment:</source>
        <translation>Ahora nadie se gana un hueco enviando:</translation>
    </message>
    <message>
        <source>You serve those who serve you:</source>
        <translation>Sirves a quienes te sirven:</translation>
    </message>
    <message>
        <source>You serve those who take it fastest:</source>
        <translation>Sirves a quienes reciben más rápido:</translation>
    </message>
    <message>
        <source>You serve them in turn:</source>
        <translation>Sirves por turnos:</translation>
    </message>
    <message>
        <source>You serve those first who begin or are nearly done:</source>
        <translation>Sirves primero a quienes empiezan o casi han acabado:</translation>
    </message>
    <message>
        <source>You serve whoever wants data:</source>
        <translation>Sirves a quien quiera datos:</translation>
    </message>
    <message>
        <source>You serve as many as your upload can bear:</source>
        <translation>Sirves a cuantos aguanta tu subida:</translation>
    </message>
    <message numerus="yes">
        <source>{count} hold one and send nothing</source>
        <translation>
            <numerusform>{count} tiene uno y no envía nada</numerusform>
            <numerusform>{count} tienen uno y no envían nada</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers hold a slot by what they send</source>
        <translation>
            <numerusform>{count} par tiene hueco por lo que envía</numerusform>
            <numerusform>{count} pares tienen hueco por lo que envían</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers hold a slot</source>
        <translation>
            <numerusform>{count} par tiene hueco</numerusform>
            <numerusform>{count} pares tienen hueco</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers hold the optimistic slot</source>
        <translation>
            <numerusform>{count} par tiene el hueco optimista</numerusform>
            <numerusform>{count} pares tienen el hueco optimista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} hold the optimistic one</source>
        <translation>
            <numerusform>{count} tiene el optimista</numerusform>
            <numerusform>{count} tienen el optimista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers download without a slot</source>
        <translation>
            <numerusform>{count} par descarga sin hueco</numerusform>
            <numerusform>{count} pares descargan sin hueco</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} download without one</source>
        <translation>
            <numerusform>{count} descarga sin él</numerusform>
            <numerusform>{count} descargan sin él</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} peers wait</source>
        <translation>
            <numerusform>{count} par espera</numerusform>
            <numerusform>{count} pares esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} wait</source>
        <translation>
            <numerusform>{count} espera</numerusform>
            <numerusform>{count} esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In return {let} of {count} let you download.</source>
        <translation>
            <numerusform>A cambio, {let} de {count} te deja descargar.</numerusform>
            <numerusform>A cambio, {let} de {count} te dejan descargar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{let} of {count} let you download.</source>
        <translation>
            <numerusform>{let} de {count} te deja descargar.</numerusform>
            <numerusform>{let} de {count} te dejan descargar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bottlenecks</name>
    <message>
        <source>What sets the pace</source>
        <translation>Qué marca el ritmo</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Subidas</translation>
    </message>
    <message>
        <source>{what}: {percent} of the time</source>
        <translation>{what}: {percent} del tiempo</translation>
    </message>
    <message>
        <source>Your limit</source>
        <translation>Tu límite</translation>
    </message>
    <message>
        <source>Somebody waited for a share of a limit of yours, for all or for one torrent.</source>
        <translation>Alguien esperó su parte de un límite tuyo, el general o el de un torrent.</translation>
    </message>
    <message>
        <source>Your disk</source>
        <translation>Tu disco</translation>
    </message>
    <message>
        <source>Peers waited until the disk had written what came.</source>
        <translation>Hubo pares que esperaron a que el disco escribiera lo recibido.</translation>
    </message>
    <message>
        <source>Peers waited for the disk to read what they had asked for.</source>
        <translation>Hubo pares que esperaron a que el disco leyera lo que habían pedido.</translation>
    </message>
    <message>
        <source>Your line or router</source>
        <translation>Tu línea o router</translation>
    </message>
    <message>
        <source>Packets were lost, or queued up on their way out. Only µTP connections tell, and only of uploads.</source>
        <translation>Se perdieron paquetes o hicieron cola al salir. Solo lo dicen las conexiones µTP, y solo de las subidas.</translation>
    </message>
    <message>
        <source>Your upload slots</source>
        <translation>Tus huecos de subida</translation>
    </message>
    <message>
        <source>Peers want something, and nobody had a slot.</source>
        <translation>Hay pares que quieren algo, y ninguno tenía hueco.</translation>
    </message>
    <message>
        <source>The peers</source>
        <translation>Los pares</translation>
    </message>
    <message>
        <source>They have what you want, and choke you or send nothing.</source>
        <translation>Tienen lo que quieres, y te ahogan o no envían nada.</translation>
    </message>
    <message>
        <source>They have a slot, and took nothing.</source>
        <translation>Tienen un hueco y no recibieron nada.</translation>
    </message>
    <message>
        <source>Nothing on your side</source>
        <translation>Nada de tu lado</translation>
    </message>
    <message>
        <source>It comes as fast as the peers and the way to you let it. Which of them, can&apos;t be seen.</source>
        <translation>Llega tan rápido como permiten los pares y el camino hasta ti. Cuál de los dos, no se puede ver.</translation>
    </message>
    <message>
        <source>They get it as fast as they and the way to them let it.</source>
        <translation>Lo reciben tan rápido como permiten ellos y el camino hasta ellos.</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nada que hacer</translation>
    </message>
    <message>
        <source>Nobody who is connected has what you lack.</source>
        <translation>Ningún par conectado tiene lo que te falta.</translation>
    </message>
    <message>
        <source>Nobody who is connected wants anything.</source>
        <translation>Ningún par conectado quiere nada.</translation>
    </message>
    <message>
        <source>Your limit holds downloads back: raise it, and they are faster.</source>
        <translation>Tu límite frena las descargas: súbelo e irán más rápido.</translation>
    </message>
    <message>
        <source>Your limit holds uploads back: raise it if the line has room.</source>
        <translation>Tu límite frena las subidas: súbelo si a la línea le queda sitio.</translation>
    </message>
    <message>
        <source>The disk does not keep up: fewer torrents at a time, or another disk, help.</source>
        <translation>El disco no da abasto: ayudan menos torrents a la vez, u otro disco.</translation>
    </message>
    <message>
        <source>The line is full: an upload limit somewhat below what it can carry keeps it quick.</source>
        <translation>La línea está llena: con un límite de subida algo por debajo de lo que aguanta seguirá ágil.</translation>
    </message>
    <message>
        <source>Peers wait for upload slots: more of them help, if there is room on the line.</source>
        <translation>Hay pares a la espera de huecos de subida: ayuda dar más, si queda sitio en la línea.</translation>
    </message>
    <message>
        <source>The peers do not send: upload more to them, or find others.</source>
        <translation>Los pares no envían: súbeles más o busca otros.</translation>
    </message>
    <message>
        <source>Nothing on your side holds uploads back: the peers do not take more.</source>
        <translation>De tu lado nada frena las subidas: los pares no reciben más.</translation>
    </message>
    <message>
        <source>Nothing on your side holds downloads back; more or faster peers would help.</source>
        <translation>De tu lado nada frena las descargas; ayudarían más pares, o más rápidos.</translation>
    </message>
    <message>
        <source>Nothing on your side holds uploads back.</source>
        <translation>De tu lado nada frena las subidas.</translation>
    </message>
    <message>
        <source>all torrents, last minute</source>
        <translation>todos los torrents, último minuto</translation>
    </message>
    <message numerus="yes">
        <source>all torrents, last %n seconds</source>
        <translation>
            <numerusform>todos los torrents, último %Ln segundo</numerusform>
            <numerusform>todos los torrents, últimos %Ln segundos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>peers got</source>
        <translation>pares dados</translation>
    </message>
</context>
<context>
    <name>ChancePort</name>
    <message>
        <source>Another port by chance</source>
        <translation>Otro puerto al azar</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Announces to {name}</source>
        <translation>Anuncios a {name}</translation>
    </message>
    <message>
        <source>Announces by {name}</source>
        <translation>Anuncios por {name}</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Checked, in this order</source>
        <translation>Comprobado, en este orden</translation>
    </message>
    <message>
        <source>All right: {check}</source>
        <translation>En orden: {check}</translation>
    </message>
    <message>
        <source>Not sure: {check}</source>
        <translation>No es seguro: {check}</translation>
    </message>
    <message>
        <source>This is it: {check}</source>
        <translation>Es esto: {check}</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
</context>
<context>
    <name>ChronicleWords</name>
    <message numerus="yes">
        <source>%n connections with peers were refused by a filter or a limit.</source>
        <translation>
            <numerusform>Un filtro o un límite rechazó %Ln conexión con pares.</numerusform>
            <numerusform>Filtros o límites rechazaron %Ln conexiones con pares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files have other names.</source>
        <translation>
            <numerusform>%Ln archivo tiene otro nombre.</numerusform>
            <numerusform>%Ln archivos tienen otros nombres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tracker} gave %n peers.</source>
        <translation>
            <numerusform>{tracker} dio %Ln par.</numerusform>
            <numerusform>{tracker} dio %Ln pares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tracker} gave %n peers after {time}.</source>
        <translation>
            <numerusform>{tracker} dio %Ln par tras {time}.</numerusform>
            <numerusform>{tracker} dio %Ln pares tras {time}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClipboardOffer</name>
    <message numerus="yes">
        <source>%n links to torrents were copied.</source>
        <translation>
            <numerusform>Se copió %Ln enlace a un torrent.</numerusform>
            <numerusform>Se copiaron %Ln enlaces a torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>An info-hash was copied: {name}.</source>
        <translation>Se copió un info-hash: {name}.</translation>
    </message>
    <message>
        <source>The address of a .torrent file was copied: “{name}”.</source>
        <translation>Se copió la dirección de un archivo .torrent: «{name}».</translation>
    </message>
    <message>
        <source>A magnet link was copied: “{name}”.</source>
        <translation>Se copió un enlace magnet: «{name}».</translation>
    </message>
    <message>
        <source>A magnet link was copied.</source>
        <translation>Se copió un enlace magnet.</translation>
    </message>
</context>
<context>
    <name>ColourChoice</name>
    <message>
        <source>&amp;Other…</source>
        <translation>&amp;Otro…</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Otro color</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>Color de la etiqueta</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>There is no link, info-hash or .torrent file on the clipboard.</source>
        <translation>En el portapapeles no hay ningún enlace, info-hash ni archivo .torrent.</translation>
    </message>
</context>
<context>
    <name>ConnectionCommands</name>
    <message>
        <source>Try again</source>
        <translation>Otra vez</translation>
    </message>
</context>
<context>
    <name>Connectivity</name>
    <message>
        <source>Starling reaches others by the proxy. Nobody can connect to Starling, which still gets everything.</source>
        <translation>Starling llega a los demás por el proxy. Nadie puede conectarse a Starling, que aun así lo recibe todo.</translation>
    </message>
    <message>
        <source>Others can connect to Starling: somebody has, from outside your network.</source>
        <translation>Otros pueden conectarse a Starling: alguien lo ha hecho desde fuera de tu red.</translation>
    </message>
    <message>
        <source>The router forwards the port. Nobody has connected from outside yet.</source>
        <translation>El router redirige el puerto. Aún no se ha conectado nadie desde fuera.</translation>
    </message>
    <message>
        <source>Nobody has connected from outside yet. That may take a while, or the router does not forward the port.</source>
        <translation>Aún no se ha conectado nadie desde fuera. Puede tardar un rato, o el router no redirige el puerto.</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Last who connected to Starling</source>
        <translation>Último en conectarse a Starling</translation>
    </message>
    <message>
        <source>Port at the router</source>
        <translation>Puerto en el router</translation>
    </message>
    <message>
        <source>Your address as others see it</source>
        <translation>Tu dirección, como la ven otros</translation>
    </message>
    <message>
        <source>Way out</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>The list is being read.</source>
        <translation>Leyendo la lista.</translation>
    </message>
    <message>
        <source>IP filter</source>
        <translation>Filtro de IP</translation>
    </message>
    <message>
        <source>{place} on {interface}: {kinds}</source>
        <translation>{place} en {interface}: {kinds}</translation>
    </message>
    <message>
        <source>{place}: {kinds}</source>
        <translation>{place}: {kinds}</translation>
    </message>
    <message>
        <source>Nowhere.</source>
        <translation>En ninguna parte.</translation>
    </message>
    <message>
        <source>Nobody since Starling was started.</source>
        <translation>Nadie desde que se inició Starling.</translation>
    </message>
    <message>
        <source>{address}, {ago}, by {protocol} and {transport}</source>
        <translation>{address}, {ago}, por {protocol} y {transport}</translation>
    </message>
    <message>
        <source>That is in your own network, and proves nothing of the internet.</source>
        <translation>Está en tu propia red; no prueba nada de internet.</translation>
    </message>
    <message>
        <source>Not asked: there is a proxy.</source>
        <translation>No se le pregunta: hay un proxy.</translation>
    </message>
    <message>
        <source>Not asked: switched off in the preferences, or bound to an interface by its name.</source>
        <translation>No se le pregunta: apagado en las preferencias, o ligado a una interfaz por su nombre.</translation>
    </message>
    <message>
        <source>{asked}: the router forwards {ports}.</source>
        <translation>{asked}: el router redirige {ports}.</translation>
    </message>
    <message>
        <source>{asked}: no router has answered.</source>
        <translation>{asked}: no ha respondido ningún router.</translation>
    </message>
    <message>
        <source>Not known yet: peers, trackers and the router tell it.</source>
        <translation>Aún no se sabe: la dicen los pares, los rastreadores y el router.</translation>
    </message>
    <message>
        <source>Off.</source>
        <translation>Apagada.</translation>
    </message>
    <message>
        <source>Knows no nodes yet.</source>
        <translation>Aún no conoce ningún nodo.</translation>
    </message>
    <message numerus="yes">
        <source>Knows %n nodes.</source>
        <translation>
            <numerusform>Conoce %Ln nodo.</numerusform>
            <numerusform>Conoce %Ln nodos.</numerusform>
        </translation>
    </message>
    <message>
        <source>By the proxy {place}, which lets us in.</source>
        <translation>Por el proxy {place}, que nos deja entrar.</translation>
    </message>
    <message>
        <source>By the proxy {place}.</source>
        <translation>Por el proxy {place}.</translation>
    </message>
    <message>
        <source>Bound to {names}. Until that can be used nothing leaves, and no name is looked up.</source>
        <translation>Ligado a {names}. Hasta que se pueda usar no sale nada ni se busca ningún nombre.</translation>
    </message>
    <message>
        <source>Bound to {names}. Names of trackers and web seeds are looked up by your system, in its own way.</source>
        <translation>Ligado a {names}. Los nombres de rastreadores y semillas web los busca tu sistema, a su manera.</translation>
    </message>
    <message>
        <source>By any interface, without a proxy.</source>
        <translation>Por cualquier interfaz, sin proxy.</translation>
    </message>
</context>
<context>
    <name>ConnectivityDialog</name>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Between Starling and the router</source>
        <translation>Entre Starling y el router</translation>
    </message>
    <message>
        <source>Nothing was said since this window was opened.</source>
        <translation>No se ha dicho nada desde que se abrió esta ventana.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>CountField</name>
    <message>
        <source>as in the preferences: {count}</source>
        <translation>como en las preferencias: {count}</translation>
    </message>
</context>
<context>
    <name>Countries</name>
    <message>
        <source>Andorra</source>
        <translation>Andorra</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Emiratos Árabes Unidos</translation>
    </message>
    <message>
        <source>Afghanistan</source>
        <translation>Afganistán</translation>
    </message>
    <message>
        <source>Antigua and Barbuda</source>
        <translation>Antigua y Barbuda</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>Anguila</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>Albania</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>Armenia</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>Angola</translation>
    </message>
    <message>
        <source>Antarctica</source>
        <translation>Antártida</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentina</translation>
    </message>
    <message>
        <source>American Samoa</source>
        <translation>Samoa Americana</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Austria</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australia</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>Aruba</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>Islas Åland</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>Azerbaiyán</translation>
    </message>
    <message>
        <source>Bosnia and Herzegovina</source>
        <translation>Bosnia y Herzegovina</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>Barbados</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>Bangladés</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Bélgica</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>Burkina Faso</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgaria</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>Baréin</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>Burundi</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>Benín</translation>
    </message>
    <message>
        <source>St. Barthélemy</source>
        <translation>San Bartolomé</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>Bermudas</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>Brunéi</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>Bolivia</translation>
    </message>
    <message>
        <source>Caribbean Netherlands</source>
        <translation>Caribe neerlandés</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasil</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>Bahamas</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>Bután</translation>
    </message>
    <message>
        <source>Bouvet Island</source>
        <translation>Isla Bouvet</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>Botsuana</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>Bielorrusia</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>Belice</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Canadá</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>Islas Cocos</translation>
    </message>
    <message>
        <source>DR Congo</source>
        <translation>RD del Congo</translation>
    </message>
    <message>
        <source>Central African Republic</source>
        <translation>República Centroafricana</translation>
    </message>
    <message>
        <source>Congo</source>
        <translation>Congo</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Suiza</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>Costa de Marfil</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>Islas Cook</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>Chile</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>Camerún</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>Colombia</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>Costa Rica</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>Cuba</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>Cabo Verde</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>Curazao</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>Isla de Navidad</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Chipre</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Chequia</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Alemania</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>Yibuti</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dinamarca</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>Dominica</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>República Dominicana</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>Argelia</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>Ecuador</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estonia</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Egipto</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>Sáhara Occidental</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>Eritrea</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>España</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>Etiopía</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finlandia</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>Fiyi</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>Islas Malvinas</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>Micronesia</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>Islas Feroe</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Francia</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>Gabón</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Reino Unido</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>Granada</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Georgia</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>Guayana Francesa</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>Guernesey</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>Ghana</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>Gibraltar</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>Groenlandia</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>Gambia</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>Guinea</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>Guadalupe</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>Guinea Ecuatorial</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Grecia</translation>
    </message>
    <message>
        <source>South Georgia and South Sandwich Islands</source>
        <translation>Islas Georgia del Sur y Sandwich del Sur</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>Guatemala</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>Guam</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>Guinea-Bisáu</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>Guyana</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>Hong Kong</translation>
    </message>
    <message>
        <source>Heard and McDonald Islands</source>
        <translation>Islas Heard y McDonald</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>Honduras</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Croacia</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>Haití</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Hungría</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irlanda</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>Isla de Man</translation>
    </message>
    <message>
        <source>India</source>
        <translation>India</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>Territorio Británico del Océano Índico</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>Irak</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>Irán</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Islandia</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italia</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>Jamaica</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>Jordania</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japón</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>Kenia</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>Kirguistán</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>Camboya</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>Kiribati</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>Comoras</translation>
    </message>
    <message>
        <source>St. Kitts and Nevis</source>
        <translation>San Cristóbal y Nieves</translation>
    </message>
    <message>
        <source>North Korea</source>
        <translation>Corea del Norte</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Corea del Sur</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>Kuwait</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>Islas Caimán</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>Kazajistán</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>Laos</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>Líbano</translation>
    </message>
    <message>
        <source>St. Lucia</source>
        <translation>Santa Lucía</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>Sri Lanka</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>Liberia</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>Lesoto</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Lituania</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxemburgo</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Letonia</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>Libia</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>Marruecos</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>Mónaco</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>Moldavia</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>Montenegro</translation>
    </message>
    <message>
        <source>St. Martin</source>
        <translation>San Martín</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>Madagascar</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>Islas Marshall</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>Macedonia del Norte</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>Mali</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>Birmania</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>Mongolia</translation>
    </message>
    <message>
        <source>Macao</source>
        <translation>Macao</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>Islas Marianas del Norte</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>Martinica</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>Mauritania</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>Mauricio</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>Maldivas</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>Malaui</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>México</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>Malasia</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>Mozambique</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>Namibia</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>Nueva Caledonia</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>Níger</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>Isla Norfolk</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>Nigeria</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>Nicaragua</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Países Bajos</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Noruega</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>Nepal</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>Nauru</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>Niue</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Nueva Zelanda</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>Omán</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>Panamá</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>Perú</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>Polinesia Francesa</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>Papúa Nueva Guinea</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>Filipinas</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>Pakistán</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polonia</translation>
    </message>
    <message>
        <source>St. Pierre and Miquelon</source>
        <translation>San Pedro y Miquelón</translation>
    </message>
    <message>
        <source>Pitcairn Islands</source>
        <translation>Islas Pitcairn</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>Puerto Rico</translation>
    </message>
    <message>
        <source>Palestinian Territories</source>
        <translation>Palestina</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>Palaos</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>Paraguay</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Catar</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Rumanía</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>Serbia</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>Rusia</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>Ruanda</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Arabia Saudí</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>Islas Salomón</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>Seychelles</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>Sudán</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Suecia</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>St. Helena</source>
        <translation>Santa Elena</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Eslovenia</translation>
    </message>
    <message>
        <source>Svalbard and Jan Mayen</source>
        <translation>Svalbard y Jan Mayen</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Eslovaquia</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>Sierra Leona</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>San Marino</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>Senegal</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>Somalia</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>Surinam</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>Sudán del Sur</translation>
    </message>
    <message>
        <source>São Tomé and Príncipe</source>
        <translation>Santo Tomé y Príncipe</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>El Salvador</translation>
    </message>
    <message>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>Siria</translation>
    </message>
    <message>
        <source>Eswatini</source>
        <translation>Esuatini</translation>
    </message>
    <message>
        <source>Turks and Caicos Islands</source>
        <translation>Islas Turcas y Caicos</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>Chad</translation>
    </message>
    <message>
        <source>French Southern Territories</source>
        <translation>Territorios Australes Franceses</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>Togo</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>Tailandia</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>Tayikistán</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>Tokelau</translation>
    </message>
    <message>
        <source>Timor-Leste</source>
        <translation>Timor Oriental</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>Turkmenistán</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>Túnez</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>Tonga</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Turquía</translation>
    </message>
    <message>
        <source>Trinidad and Tobago</source>
        <translation>Trinidad y Tobago</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>Tuvalu</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>Taiwán</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>Tanzania</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ucrania</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>Uganda</translation>
    </message>
    <message>
        <source>U.S. Outlying Islands</source>
        <translation>Islas menores alejadas (EE. UU.)</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Estados Unidos</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>Uzbekistán</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>Ciudad del Vaticano</translation>
    </message>
    <message>
        <source>St. Vincent and Grenadines</source>
        <translation>San Vicente y las Granadinas</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>Venezuela</translation>
    </message>
    <message>
        <source>British Virgin Islands</source>
        <translation>Islas Vírgenes Británicas</translation>
    </message>
    <message>
        <source>U.S. Virgin Islands</source>
        <translation>Islas Vírgenes (EE. UU.)</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>Vietnam</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>Vanuatu</translation>
    </message>
    <message>
        <source>Wallis and Futuna</source>
        <translation>Wallis y Futuna</translation>
    </message>
    <message>
        <source>Samoa</source>
        <translation>Samoa</translation>
    </message>
    <message>
        <source>Kosovo</source>
        <translation>Kosovo</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>Yemen</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>Mayotte</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Sudáfrica</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>Zambia</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>Zimbabue</translation>
    </message>
</context>
<context>
    <name>Create</name>
    <message>
        <source>No torrent could be made: {reason}.</source>
        <translation>No se pudo crear el torrent: {reason}.</translation>
    </message>
    <message>
        <source>There is no {path}.</source>
        <translation>No existe {path}.</translation>
    </message>
    <message>
        <source>{path} is the whole disk: choose a folder on it.</source>
        <translation>{path} es el disco entero: elige una carpeta en él.</translation>
    </message>
    <message>
        <source>The name of {path} is no UTF-8, which names in torrents are: rename it first.</source>
        <translation>El nombre de {path} no es UTF-8, como los nombres en los torrents: cámbialo antes.</translation>
    </message>
    <message>
        <source>{path} is neither a file nor a folder.</source>
        <translation>{path} no es ni un archivo ni una carpeta.</translation>
    </message>
    <message>
        <source>{path} went away while it was hashed.</source>
        <translation>{path} desapareció mientras se calculaban sus hashes.</translation>
    </message>
    <message>
        <source>{path} has changed meanwhile: create the torrent again when nothing writes to it.</source>
        <translation>{path} ha cambiado entretanto: crea el torrent otra vez cuando nada escriba ahí.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>Hashing ended before it was finished: try it again.</source>
        <translation>El cálculo de hashes se interrumpió: inténtalo otra vez.</translation>
    </message>
    <message>
        <source>{file} was written by somebody else meanwhile.</source>
        <translation>Otro escribió {file} entretanto.</translation>
    </message>
    <message>
        <source>{file} is a folder: the .torrent needs another name.</source>
        <translation>{file} es una carpeta: el .torrent necesita otro nombre.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: there is no such folder.</source>
        <translation>No se puede escribir {file}: no existe esa carpeta.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: the name is too long for the disk.</source>
        <translation>No se puede escribir {file}: el nombre es demasiado largo para el disco.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written: {reason}.</source>
        <translation>No se puede escribir {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is one of the files that the torrent is made of: save it elsewhere.</source>
        <translation>{file} es uno de los archivos del torrent: guárdalo en otro sitio.</translation>
    </message>
</context>
<context>
    <name>CreateDialog</name>
    <message>
        <source>Create a&amp;nother</source>
        <translation>Crear &amp;otro</translation>
    </message>
    <message>
        <source>Cre&amp;ate</source>
        <translation>Cr&amp;ear</translation>
    </message>
    <message>
        <source>A torrent is made of one file or one folder: put these into a folder first.</source>
        <translation>Un torrent se hace de un archivo o una carpeta: pon antes estos en una carpeta.</translation>
    </message>
    <message>
        <source>One file or one folder only</source>
        <translation>Solo un archivo o una carpeta</translation>
    </message>
    <message>
        <source>Drop to make a torrent of it</source>
        <translation>Suelta para crear su torrent</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Create torrent</source>
        <translation>Crear torrent</translation>
    </message>
    <message>
        <source>{percent} – Create torrent</source>
        <translation>{percent} – Crear torrent</translation>
    </message>
    <message>
        <source>“{name}” is in the list already.</source>
        <translation>«{name}» ya está en la lista.</translation>
    </message>
    <message>
        <source>It is in the list, and its files are being checked: they changed after they were hashed.</source>
        <translation>Está en la lista y se comprueban sus archivos: cambiaron después de calcular sus hashes.</translation>
    </message>
    <message>
        <source>It is in the list and seeded from {folder}.</source>
        <translation>Está en la lista y se comparte desde {folder}.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Torrents (*{suffix})</source>
        <translation>Torrents (*{suffix})</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CreateFields</name>
    <message>
        <source>Choose a file or a folder, or drop one here</source>
        <translation>Elige un archivo o una carpeta, o suéltalos aquí</translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation>Arch&amp;ivo…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Fol&amp;der…</source>
        <translation>Carpe&amp;ta…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>P&amp;rivate torrent</source>
        <translation>Torrent pri&amp;vado</translation>
    </message>
    <message>
        <source>Peers come from its trackers alone, not by DHT, exchange or local network</source>
        <translation>Los pares vienen solo de sus rastreadores, no de DHT, intercambio ni red local</translation>
    </message>
    <message>
        <source>Ali&amp;gn files with pieces</source>
        <translation>A&amp;linear los archivos con las piezas</translation>
    </message>
    <message>
        <source>Every file begins with a piece of its own, the gaps are filled. Old clients save the fillers too.</source>
        <translation>Cada archivo empieza en su propia pieza y los huecos se rellenan. Los clientes viejos guardan también el relleno.</translation>
    </message>
    <message>
        <source>&amp;Hidden files too</source>
        <translation>Tam&amp;bién los archivos ocultos</translation>
    </message>
    <message>
        <source>Patterns of names, one a line, such as *.nfo or sample/*</source>
        <translation>Patrones de nombres, uno por línea, como *.nfo o sample/*</translation>
    </message>
    <message>
        <source>One address a line; a blank line begins the next tier</source>
        <translation>Una dirección por línea; una línea vacía empieza el nivel siguiente</translation>
    </message>
    <message>
        <source>One address a line</source>
        <translation>Una dirección por línea</translation>
    </message>
    <message>
        <source>Private sites ask for it: the same files get another info-hash there</source>
        <translation>Lo piden los sitios privados: así los mismos archivos tienen allí otro info-hash</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>&amp;Start seeding at once, from where the files lie</source>
        <translation>Compartir &amp;ya, desde donde están los archivos</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Pieces</source>
        <translation>&amp;Piezas</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>De&amp;jar fuera</translation>
    </message>
    <message>
        <source>&amp;Trackers</source>
        <translation>&amp;Rastreadores</translation>
    </message>
    <message>
        <source>&amp;Web seeds</source>
        <translation>Semillas &amp;web</translation>
    </message>
    <message>
        <source>Comm&amp;ent</source>
        <translation>Come&amp;ntario</translation>
    </message>
    <message>
        <source>So&amp;urce</source>
        <translation>F&amp;uente</translation>
    </message>
    <message>
        <source>Sa&amp;ve as</source>
        <translation>&amp;Guardar como</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>More than {count} pieces are too many for most clients: choose larger ones.</source>
        <translation>Más de {count} piezas son demasiadas para la mayoría de los clientes: elígelas más grandes.</translation>
    </message>
    <message>
        <source>A .torrent of {size} is too large for most clients: choose larger pieces.</source>
        <translation>Un .torrent de {size} es demasiado grande para la mayoría de los clientes: elige piezas más grandes.</translation>
    </message>
    <message>
        <source>The .torrent needs a name.</source>
        <translation>El .torrent necesita un nombre.</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Mirando los archivos…</translation>
    </message>
    <message>
        <source>There is no file in it that could be in a torrent.</source>
        <translation>No contiene ningún archivo que pueda ir en un torrent.</translation>
    </message>
    <message>
        <source>All its files are empty: a torrent has at least one byte.</source>
        <translation>Todos sus archivos están vacíos: un torrent tiene al menos un byte.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic: {size}</source>
        <translation>Automático: {size}</translation>
    </message>
    <message>
        <source>Nobody finds a private torrent that has no tracker.</source>
        <translation>Nadie encuentra un torrent privado sin rastreador.</translation>
    </message>
    <message>
        <source>Many sites take no .torrent as large as this: larger pieces make it smaller.</source>
        <translation>Muchos sitios no aceptan un .torrent tan grande: con piezas mayores será más pequeño.</translation>
    </message>
</context>
<context>
    <name>CreateProgress</name>
    <message>
        <source>Hashing</source>
        <translation>Calculando hashes</translation>
    </message>
    <message>
        <source>Hashing “{name}”</source>
        <translation>Calculando los hashes de «{name}»</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Mirando los archivos…</translation>
    </message>
</context>
<context>
    <name>CreateResult</name>
    <message>
        <source>Saved as</source>
        <translation>Guardado como</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Info-hash v1</source>
        <translation>Info-hash v1</translation>
    </message>
    <message>
        <source>Info-hash v2</source>
        <translation>Info-hash v2</translation>
    </message>
    <message>
        <source>Copy magnet &amp;link</source>
        <translation>Copiar el enlace &amp;magnet</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Mo&amp;strar en su carpeta</translation>
    </message>
    <message>
        <source>“{name}” is created</source>
        <translation>«{name}» está creado</translation>
    </message>
</context>
<context>
    <name>CreateWords</name>
    <message>
        <source>v1</source>
        <translation>v1</translation>
    </message>
    <message>
        <source>Every client reads it.</source>
        <translation>Lo leen todos los clientes.</translation>
    </message>
    <message>
        <source>v1 and v2 (hybrid)</source>
        <translation>v1 y v2 (híbrido)</translation>
    </message>
    <message>
        <source>Most clients read it, older ones as v1; Transmission 3 and aria2 do not.</source>
        <translation>Lo lee la mayoría de los clientes, los viejos como v1; Transmission 3 y aria2 no.</translation>
    </message>
    <message>
        <source>v2</source>
        <translation>v2</translation>
    </message>
    <message>
        <source>Only clients that know v2 read it, such as qBittorrent 4.4 and BiglyBT.</source>
        <translation>Solo lo leen los clientes que conocen v2, como qBittorrent 4.4 y BiglyBT.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden</source>
        <comment>files and folders that are left out</comment>
        <translation>
            <numerusform>%Ln oculto</numerusform>
            <numerusform>%Ln ocultos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln excluded</source>
        <comment>files and folders that are left out</comment>
        <translation>
            <numerusform>%Ln excluido</numerusform>
            <numerusform>%Ln excluidos</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: {names}</source>
        <translation>{what}: {names}</translation>
    </message>
    <message>
        <source>Left out: {what}.</source>
        <translation>Fuera quedan: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things that may not be read</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln elemento sin permiso de lectura</numerusform>
            <numerusform>%Ln elementos sin permiso de lectura</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln names that are no UTF-8</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln nombre que no es UTF-8</numerusform>
            <numerusform>%Ln nombres que no son UTF-8</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things that are no files</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln elemento que no es un archivo</numerusform>
            <numerusform>%Ln elementos que no son archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links that lead round in a circle</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln enlace circular</numerusform>
            <numerusform>%Ln enlaces circulares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln links that lead nowhere</source>
        <comment>left out</comment>
        <translation>
            <numerusform>%Ln enlace roto</numerusform>
            <numerusform>%Ln enlaces rotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces, a .torrent of about {size}</source>
        <translation>
            <numerusform>%Ln pieza, un .torrent de unos {size}</numerusform>
            <numerusform>%Ln piezas, un .torrent de unos {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pieces of {size}</source>
        <translation>
            <numerusform>%Ln pieza de {size}</numerusform>
            <numerusform>%Ln piezas de {size}</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {size}</source>
        <translation>{done} de {size}</translation>
    </message>
    <message>
        <source>{amount} at {rate}</source>
        <translation>{amount} a {rate}</translation>
    </message>
    <message>
        <source>{amount}, {time} left</source>
        <translation>{amount}, faltan {time}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files get other names where clients leave out characters or can&apos;t tell upper case: {names}.</source>
        <translation>
            <numerusform>%Ln archivo tendrá otro nombre donde el cliente omite caracteres o no distingue mayúsculas: {names}.</numerusform>
            <numerusform>%Ln archivos tendrán otros nombres donde el cliente omite caracteres o no distingue mayúsculas: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataCommands</name>
    <message>
        <source>Write .torrent files to</source>
        <translation>Escribir los .torrent en</translation>
    </message>
    <message numerus="yes">
        <source>%n .torrent files are in {folder} now.</source>
        <translation>
            <numerusform>%Ln archivo .torrent está ahora en {folder}.</numerusform>
            <numerusform>%Ln archivos .torrent están ahora en {folder}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>The next decision</source>
        <translation>La próxima decisión</translation>
    </message>
    <message>
        <source>There is nothing to decide: slots have no limit.</source>
        <translation>No hay nada que decidir: los huecos no tienen límite.</translation>
    </message>
    <message>
        <source>within {duration}</source>
        <translation>en menos de {duration}</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>Próxima ronda</translation>
    </message>
    <message>
        <source>Next optimistic slot</source>
        <translation>Próximo hueco optimista</translation>
    </message>
    <message>
        <source>every {duration}</source>
        <translation>cada {duration}</translation>
    </message>
    <message numerus="yes">
        <source>every {duration}: %n of the best {slots} keep a slot</source>
        <translation>
            <numerusform>cada {duration}: sigue %Ln de los {slots} mejores</numerusform>
            <numerusform>cada {duration}: siguen %Ln de los {slots} mejores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every {duration}: for the %n who take fastest</source>
        <translation>
            <numerusform>cada {duration}: para %Ln, el más rápido</numerusform>
            <numerusform>cada {duration}: para los %Ln más rápidos</numerusform>
        </translation>
    </message>
    <message>
        <source>every {duration}: who had its share makes room</source>
        <translation>cada {duration}: se pasa el turno</translation>
    </message>
    <message>
        <source>every {duration}: who begins or ends comes first</source>
        <translation>cada {duration}: quien empieza o acaba</translation>
    </message>
    <message>
        <source>every {duration}: slots for what you can send</source>
        <translation>cada {duration}: según lo que puedes enviar</translation>
    </message>
    <message numerus="yes">
        <source>A peer has its share after %n pieces and a minute.</source>
        <translation>
            <numerusform>Un par ha tenido su parte tras %Ln pieza y un minuto.</numerusform>
            <numerusform>Un par ha tenido su parte tras %Ln piezas y un minuto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Anti-leech: first who has next to nothing, or nearly all of it.</source>
        <translation>Anti-leech: primero quien no tiene casi nada o lo tiene casi todo.</translation>
    </message>
    <message>
        <source>not seen yet: within {duration}</source>
        <translation>aún no vista: en menos de {duration}</translation>
    </message>
    <message>
        <source>every {duration}, by turns</source>
        <translation>cada {duration}, por turnos</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>aún no visto</translation>
    </message>
    <message>
        <source>nobody here waits for one</source>
        <translation>aquí nadie espera uno</translation>
    </message>
    <message>
        <source>The last round came before its time: somebody with a slot left or wanted nothing more, a setting changed, or an optimistic turn found more peers served than there are slots.</source>
        <translation>La última ronda se adelantó: alguien con hueco se fue o ya no quería nada, cambió un ajuste, o un turno optimista encontró más pares servidos que huecos.</translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation>en {duration}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Rastreadores</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Swarm</source>
        <translation>Enjambre</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Mostrar los detalles</translation>
    </message>
    <message>
        <source>Fold the details away</source>
        <translation>Plegar los detalles</translation>
    </message>
    <message>
        <source>Select a torrent to see its details.</source>
        <translation>Selecciona un torrent para ver sus detalles.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents selected, {size}</source>
        <translation>
            <numerusform>%Ln torrent seleccionado, {size}</numerusform>
            <numerusform>%Ln torrents seleccionados, {size}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Torrents (*{suffix})</source>
        <translation>Torrents (*{suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open torrents</source>
        <translation>Abrir torrents</translation>
    </message>
    <message>
        <source>A folder is needed.</source>
        <translation>Hace falta una carpeta.</translation>
    </message>
    <message>
        <source>This is no full path of a folder, such as {example}.</source>
        <translation>Esto no es la ruta completa de una carpeta, como {example}.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder.</source>
        <translation>{path} es un archivo, no una carpeta.</translation>
    </message>
    <message>
        <source>{path} may not be written.</source>
        <translation>No se puede escribir en {path}.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>No se puede usar {path}: {reason}.</translation>
    </message>
</context>
<context>
    <name>DiskLine</name>
    <message>
        <source>The file is here already, {size}: it is believed.</source>
        <translation>El archivo ya está aquí, {size}: se da por bueno.</translation>
    </message>
    <message>
        <source>The file is here already, {size}: it is checked first.</source>
        <translation>El archivo ya está aquí, {size}: antes se comprueba.</translation>
    </message>
    <message numerus="yes">
        <source>%n of {count} files are here already, {size}: they are believed.</source>
        <translation>
            <numerusform>%Ln de {count} archivos ya está aquí, {size}: se da por bueno.</numerusform>
            <numerusform>%Ln de {count} archivos ya están aquí, {size}: se dan por buenos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {count} files are here already, {size}: they are checked first.</source>
        <translation>
            <numerusform>%Ln de {count} archivos ya está aquí, {size}: antes se comprueba.</numerusform>
            <numerusform>%Ln de {count} archivos ya están aquí, {size}: antes se comprueban.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are here with another size: what fits is kept, the rest is overwritten.</source>
        <translation>
            <numerusform>%Ln archivo está aquí con otro tamaño: lo que encaja se conserva, el resto se sobrescribe.</numerusform>
            <numerusform>%Ln archivos están aquí con otro tamaño: lo que encaja se conserva, el resto se sobrescribe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Distribution</name>
    <message>
        <source>Seconds until everybody in the swarm has the file</source>
        <translation>Segundos hasta que todos lo tengan</translation>
    </message>
    <message>
        <source>Minutes until everybody in the swarm has the file</source>
        <translation>Minutos hasta que todos lo tengan</translation>
    </message>
    <message>
        <source>Hours until everybody in the swarm has the file</source>
        <translation>Horas hasta que todos lo tengan</translation>
    </message>
    <message>
        <source>Days until everybody in the swarm has the file</source>
        <translation>Días hasta que todos lo tengan</translation>
    </message>
    <message>
        <source>Years until everybody in the swarm has the file</source>
        <translation>Años hasta que todos lo tengan</translation>
    </message>
    <message numerus="yes">
        <source>Nobody lacks it now; with %n peers it would be:</source>
        <translation>
            <numerusform>Ahora no le falta a nadie; con %Ln par sería:</numerusform>
            <numerusform>Ahora no le falta a nadie; con %Ln pares sería:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the %n peers that the trackers count</source>
        <translation>
            <numerusform>Con %Ln par que cuentan los rastreadores</numerusform>
            <numerusform>Con los %Ln pares que cuentan los rastreadores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the %n peers you see, yourself included</source>
        <translation>
            <numerusform>Con %Ln par que ves, incluido tú</numerusform>
            <numerusform>Con los %Ln pares que ves, incluido tú</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With the %n peers you see</source>
        <translation>
            <numerusform>Con %Ln par que ves</numerusform>
            <numerusform>Con los %Ln pares que ves</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln par</numerusform>
            <numerusform>%Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>one server: {time}</source>
        <translation>un servidor: {time}</translation>
    </message>
    <message>
        <source>sharing: {time}</source>
        <translation>compartiendo: {time}</translation>
    </message>
    <message>
        <source>Model: each peer sends the file once an hour, the server ten times.</source>
        <translation>Modelo: cada par envía el archivo una vez por hora; el servidor, diez.</translation>
    </message>
    <message>
        <source>Nothing moves that could be measured.</source>
        <translation>No se mueve nada que se pueda medir.</translation>
    </message>
    <message>
        <source>Assumed: one server would send {rate}, ten times what a peer does.</source>
        <translation>Supuesto: un servidor enviaría {rate}, diez veces lo que un par.</translation>
    </message>
    <message>
        <source>The server is you, at your limit of {rate}: nothing was sent yet.</source>
        <translation>El servidor eres tú, con tu límite de {rate}: aún no se ha enviado nada.</translation>
    </message>
    <message>
        <source>The server is you: {rate} at most in the last 2 minutes, measured.</source>
        <translation>El servidor eres tú: {rate} como máximo en los últimos 2 minutos, medido.</translation>
    </message>
    <message numerus="yes">
        <source>The server is what %n connected seeds send you: {rate}, measured.</source>
        <translation>
            <numerusform>El servidor es lo que te envía %Ln semilla conectada: {rate}, medido.</numerusform>
            <numerusform>El servidor es lo que te envían %Ln semillas conectadas: {rate}, medido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Assumed: each peer passes on {rate}, a tenth of that.</source>
        <translation>Supuesto: cada par pasa a otros {rate}, una décima parte.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody passes on anything yet: %n peers were measured.</source>
        <translation>
            <numerusform>Aún nadie pasa nada a otros: se midió %Ln par.</numerusform>
            <numerusform>Aún nadie pasa nada a otros: se midieron %Ln pares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From others, seeds among them, each peer gets {rate}, the mean of %n measured.</source>
        <translation>
            <numerusform>Cada par recibe de otros, semillas incluidas, {rate}, la media de %Ln medido.</numerusform>
            <numerusform>Cada par recibe de otros, semillas incluidas, {rate}, la media de %Ln medidos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From others each peer gets {rate}, the mean of %n measured: so much is passed on.</source>
        <translation>
            <numerusform>Cada par recibe de otros {rate}, la media de %Ln medido: eso es lo que se pasan.</numerusform>
            <numerusform>Cada par recibe de otros {rate}, la media de %Ln medidos: eso es lo que se pasan.</numerusform>
        </translation>
    </message>
    <message>
        <source>The slowest gets {rate} now, and would need {time} for all of it.</source>
        <translation>El más lento recibe ahora {rate} y necesitaría {time} para todo.</translation>
    </message>
</context>
<context>
    <name>DistributionCard</name>
    <message>
        <source>Why share at all</source>
        <translation>Por qué compartir</translation>
    </message>
    <message>
        <source>one server {time}</source>
        <translation>un servidor {time}</translation>
    </message>
    <message>
        <source>sharing {time}</source>
        <translation>compartiendo {time}</translation>
    </message>
</context>
<context>
    <name>DistributionPlot</name>
    <message>
        <source>Distribution time</source>
        <translation>Tiempo de distribución</translation>
    </message>
    <message>
        <source>peers</source>
        <translation>pares</translation>
    </message>
    <message>
        <source>one server alone</source>
        <translation>un servidor</translation>
    </message>
    <message>
        <source>peers sharing</source>
        <translation>compartiendo</translation>
    </message>
    <message>
        <source>the slowest now</source>
        <translation>el más lento ahora</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop to add</source>
        <translation>Suelta para añadir</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Edit: {label}</source>
        <translation>Editar: {label}</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Nothing here yet</source>
        <translation>Aún no hay nada</translation>
    </message>
    <message>
        <source>Drop a .torrent file or a magnet link anywhere in this window.</source>
        <translation>Suelta un .torrent o un enlace magnet en esta ventana.</translation>
    </message>
    <message>
        <source>&amp;Open a .torrent…</source>
        <translation>A&amp;brir un .torrent…</translation>
    </message>
    <message>
        <source>&amp;Paste a magnet link</source>
        <translation>&amp;Pegar un enlace magnet</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>This torrent is not open any more: open it again.</source>
        <translation>Este torrent ya no está abierto: ábrelo otra vez.</translation>
    </message>
    <message>
        <source>This torrent is being added already.</source>
        <translation>Este torrent ya se está añadiendo.</translation>
    </message>
    <message>
        <source>“{name}” is in the list already.</source>
        <translation>«{name}» ya está en la lista.</translation>
    </message>
    <message>
        <source>“{name}” could not be added: {message}.</source>
        <translation>No se pudo añadir «{name}»: {message}.</translation>
    </message>
    <message>
        <source>“{name}” could not be opened again: {message}. Starling tries it once more when it starts.</source>
        <translation>«{name}» no se pudo volver a abrir: {message}. Starling lo intentará otra vez al iniciarse.</translation>
    </message>
    <message>
        <source>“{path}” is no full path of a folder: choose another.</source>
        <translation>«{path}» no es la ruta completa de una carpeta: elige otra.</translation>
    </message>
    <message>
        <source>{path} is a file, not a folder: choose another.</source>
        <translation>{path} es un archivo, no una carpeta: elige otra.</translation>
    </message>
    <message>
        <source>The folder {path} can&apos;t be made: {message}.</source>
        <translation>No se puede crear la carpeta {path}: {message}.</translation>
    </message>
    <message>
        <source>The folder {path} can&apos;t be looked at: {message}.</source>
        <translation>No se puede mirar la carpeta {path}: {message}.</translation>
    </message>
    <message>
        <source>{path} shows the system and holds no files: choose another folder.</source>
        <translation>{path} muestra el sistema y no guarda archivos: elige otra carpeta.</translation>
    </message>
    <message>
        <source>The folder {path} may not be written: choose another.</source>
        <translation>No se puede escribir en la carpeta {path}: elige otra.</translation>
    </message>
    <message>
        <source>Every file of “{name}” is one of those that are never downloaded: it is downloaded all the same.</source>
        <translation>Todos los archivos de «{name}» son de los que no se descargan nunca: se descargan igualmente.</translation>
    </message>
    <message>
        <source>The torrent has no file {index}.</source>
        <translation>El torrent no tiene el archivo {index}.</translation>
    </message>
    <message>
        <source>There is no removal to undo.</source>
        <translation>No hay nada quitado que recuperar.</translation>
    </message>
    <message>
        <source>“{name}” is coming back from the removed torrents.</source>
        <translation>«{name}» está volviendo de los torrents quitados.</translation>
    </message>
    <message>
        <source>Starling is closing.</source>
        <translation>Starling se está cerrando.</translation>
    </message>
    <message>
        <source>“{name}” was removed more than once: it is back as it was the last time.</source>
        <translation>«{name}» se quitó más de una vez: ha vuelto como estaba la última.</translation>
    </message>
    <message>
        <source>“{name}” is back, paused: its files can&apos;t be looked at: {message}.</source>
        <translation>«{name}» ha vuelto, en pausa: no se pueden mirar sus archivos: {message}.</translation>
    </message>
    <message>
        <source>“{name}” is being removed with its files: add it again when they are in the trash.</source>
        <translation>«{name}» se está quitando con sus archivos: añádelo de nuevo cuando estén en la papelera.</translation>
    </message>
    <message>
        <source>“{name}” was removed, but this stays, for other torrents in the list have it too: {paths}.</source>
        <translation>«{name}» se quitó, pero esto se queda porque también lo tienen otros torrents de la lista: {paths}.</translation>
    </message>
    <message>
        <source>“{name}” was removed, but this stays, for it was there before: {paths}.</source>
        <translation>«{name}» se quitó, pero esto se queda porque ya estaba antes: {paths}.</translation>
    </message>
    <message>
        <source>This torrent is not in the list any more.</source>
        <translation>Este torrent ya no está en la lista.</translation>
    </message>
    <message>
        <source>The priorities of “{name}” stay as they are: its files are not known yet.</source>
        <translation>Las prioridades de «{name}» se quedan como están: sus archivos aún no se conocen.</translation>
    </message>
    <message>
        <source>The priorities of “{name}” stay as they are: {message}.</source>
        <translation>Las prioridades de «{name}» quedan como están: {message}.</translation>
    </message>
    <message>
        <source>{url} is no valid address.</source>
        <translation>{url} no es una dirección válida.</translation>
    </message>
    <message>
        <source>{url} leads to {target}, which is no web address.</source>
        <translation>{url} lleva a {target}, que no es una dirección web.</translation>
    </message>
    <message>
        <source>{url} redirects in circles.</source>
        <translation>{url} redirige en círculo.</translation>
    </message>
    <message>
        <source>Starling is bound to {name} and downloads no .torrent file itself: save it with the browser, and open it.</source>
        <translation>Starling está ligado a {name} y no descarga archivos .torrent: guárdalo con el navegador y ábrelo.</translation>
    </message>
    <message>
        <source>No .torrent file can be downloaded through a SOCKS4 proxy: save it with the browser, and open it.</source>
        <translation>Por un proxy SOCKS4 no se pueden descargar archivos .torrent: guárdalo con el navegador y ábrelo.</translation>
    </message>
    <message>
        <source>{url} did not finish in {seconds} seconds.</source>
        <translation>{url} no terminó en {seconds} segundos.</translation>
    </message>
    <message>
        <source>{url} sends more than 64 MB: that is no .torrent file.</source>
        <translation>{url} envía más de 64 MB: eso no es un archivo .torrent.</translation>
    </message>
    <message>
        <source>{url} answered {status} {words}.</source>
        <translation>{url} respondió {status} {words}.</translation>
    </message>
    <message>
        <source>{url} did not answer in time.</source>
        <translation>{url} no respondió a tiempo.</translation>
    </message>
    <message>
        <source>{url} could not be read: {message}.</source>
        <translation>No se pudo leer {url}: {message}.</translation>
    </message>
    <message>
        <source>The disk takes too long to save what is known of a torrent: try again later.</source>
        <translation>El disco tarda demasiado en guardar lo que se sabe de un torrent: inténtalo más tarde.</translation>
    </message>
    <message>
        <source>it describes another torrent</source>
        <translation>describe otro torrent</translation>
    </message>
    <message>
        <source>“{name}” could not be moved: {message}. It stays in {path}.</source>
        <translation>No se pudo mover «{name}»: {message}. Sigue en {path}.</translation>
    </message>
    <message>
        <source>“{name}” turned out to be a torrent that is in the list already.</source>
        <translation>«{name}» resultó ser un torrent que ya está en la lista.</translation>
    </message>
    <message>
        <source>Nobody can connect to us on {place}: {message}. Choose another port or interface.</source>
        <translation>Nadie puede conectarse a ti en {place}: {message}. Elige otro puerto u otra interfaz.</translation>
    </message>
    <message>
        <source>Port {wanted} is taken by another program: {port} is used, which a router may not forward.</source>
        <translation>Otro programa ocupa el puerto {wanted}: se usa el {port}, que quizá el router no reenvíe.</translation>
    </message>
    <message>
        <source>Nobody can connect to us: there is no network interface as chosen.</source>
        <translation>Nadie puede conectarse a ti: la interfaz de red elegida no existe.</translation>
    </message>
    <message>
        <source>“{name}” was removed, but this could not be moved to the trash and stays: {paths}.</source>
        <translation>«{name}» se quitó, pero esto no se pudo mover a la papelera y se queda: {paths}.</translation>
    </message>
    <message>
        <source>“{name}” was removed, but this could not be deleted and stays: {paths}.</source>
        <translation>«{name}» se quitó, pero esto no se pudo borrar y se queda: {paths}.</translation>
    </message>
    <message>
        <source>{path} was in the way: the removed torrent&apos;s file is {place} now.</source>
        <translation>{path} estorbaba: el archivo del torrent quitado es ahora {place}.</translation>
    </message>
    <message>
        <source>A file of the removed torrent stays in {path}: {message}.</source>
        <translation>Un archivo del torrent quitado se queda en {path}: {message}.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be restored, its stored state is damaged: {message}.</source>
        <translation>No se puede recuperar «{name}»: su estado guardado está dañado: {message}.</translation>
    </message>
    <message>
        <source>The list of torrents in {path} can&apos;t be opened: the disk is full. Make space and start again.</source>
        <translation>No se puede abrir la lista de torrents de {path}: el disco está lleno. Haz sitio y vuelve a iniciar.</translation>
    </message>
    <message>
        <source>The list of torrents in {path} can&apos;t be opened: {message}.</source>
        <translation>No se puede abrir la lista de torrents de {path}: {message}.</translation>
    </message>
    <message>
        <source>{source} is a folder, not a .torrent file.</source>
        <translation>{source} es una carpeta, no un archivo .torrent.</translation>
    </message>
    <message>
        <source>{source} is larger than 64 MB: that is no .torrent file.</source>
        <translation>{source} ocupa más de 64 MB: eso no es un archivo .torrent.</translation>
    </message>
    <message>
        <source>{source} is no valid magnet link: {message}.</source>
        <translation>{source} no es un enlace magnet válido: {message}.</translation>
    </message>
    <message>
        <source>{source} is no info-hash.</source>
        <translation>{source} no es un info-hash.</translation>
    </message>
    <message>
        <source>The list of torrents can&apos;t be saved in {path}: {message}. Make sure that there is space.</source>
        <translation>No se puede guardar la lista de torrents en {path}: {message}. Comprueba que haya espacio.</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Starling: start that version, or choose another profile.</source>
        <translation>{path} lo escribió una versión más nueva de Starling: usa esa versión o elige otro perfil.</translation>
    </message>
    <message>
        <source>The list of torrents was gone and no copy of it could be read: the list starts empty, your downloads are untouched.</source>
        <translation>La lista de torrents había desaparecido y no se pudo leer ninguna copia: la lista empieza vacía, tus descargas siguen intactas.</translation>
    </message>
    <message>
        <source>The list of torrents was gone, so its copy of {when} is used.</source>
        <translation>La lista de torrents había desaparecido, así que se usa su copia de {when}.</translation>
    </message>
    <message>
        <source>The list of torrents was damaged and no copy of it could be read: the list starts empty, your downloads are untouched. The damaged file is kept as {aside}.</source>
        <translation>La lista de torrents estaba dañada y no se pudo leer ninguna copia: la lista empieza vacía y tus descargas siguen intactas. El archivo dañado se conserva como {aside}.</translation>
    </message>
    <message>
        <source>The list of torrents was damaged, so its copy of {when} is used. The damaged file is kept as {aside}.</source>
        <translation>La lista de torrents estaba dañada: se usa su copia del {when}. El archivo dañado se conserva como {aside}.</translation>
    </message>
    <message>
        <source>Disk full on {place}: free some space, and it goes on by itself, or press Start.</source>
        <translation>Disco lleno en {place}: libera espacio y sigue por sí solo, o pulsa Iniciar.</translation>
    </message>
    <message>
        <source>{path} may not be written: change its permissions or move the torrent, then press Start.</source>
        <translation>No se puede escribir en {path}: cambia sus permisos o mueve el torrent y pulsa Iniciar.</translation>
    </message>
    <message>
        <source>The name of {path} is too long for this disk: rename the file, then press Start.</source>
        <translation>El nombre de {path} es demasiado largo para este disco: cambia el nombre y pulsa Iniciar.</translation>
    </message>
    <message>
        <source>{path}: {message}. Mend the cause, then press Start.</source>
        <translation>{path}: {message}. Arregla la causa y pulsa Iniciar.</translation>
    </message>
    <message>
        <source>{path} is missing or incomplete: put it back and press Recheck, or press Start to download it again.</source>
        <translation>{path} falta o está incompleto: devuélvelo a su sitio y pulsa Comprobar los datos, o pulsa Iniciar para descargarlo otra vez.</translation>
    </message>
    <message>
        <source>The tracker refused and gave no reason</source>
        <translation>El rastreador lo rechazó sin dar motivo</translation>
    </message>
    <message>
        <source>The name could not be found</source>
        <translation>No se encontró el nombre</translation>
    </message>
    <message>
        <source>Moved to {place}, which refused the connection</source>
        <translation>Redirige a {place}, que rechazó la conexión</translation>
    </message>
    <message>
        <source>Moved to {place}: that name could not be found</source>
        <translation>Redirige a {place}: no se encontró ese nombre</translation>
    </message>
    <message>
        <source>Moved to {place}. {failure}</source>
        <translation>Redirige a {place}. {failure}</translation>
    </message>
    <message>
        <source>Moved to {place}, and that leads to no tracker</source>
        <translation>Redirige a {place}, que no lleva a ningún rastreador</translation>
    </message>
    <message>
        <source>The certificate was issued by somebody who is not trusted here</source>
        <translation>El certificado lo emitió alguien que aquí no es de confianza</translation>
    </message>
    <message>
        <source>The certificate is for another name</source>
        <translation>El certificado es para otro nombre</translation>
    </message>
    <message>
        <source>It failed for an unknown reason</source>
        <translation>Falló por un motivo desconocido</translation>
    </message>
    <message>
        <source>The server refused the connection</source>
        <translation>El servidor rechazó la conexión</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>It does not answer. Its name was found ({text}), so the server is down or drops UDP</source>
        <translation>No responde. Su nombre existe ({text}): el servidor está caído o descarta UDP</translation>
    </message>
    <message>
        <source>The server cannot be reached from this network</source>
        <translation>No se llega al servidor desde esta red</translation>
    </message>
    <message>
        <source>The server has no address that can be reached from this network</source>
        <translation>El servidor no tiene ninguna dirección a la que se llegue desde esta red</translation>
    </message>
    <message>
        <source>The server closed the connection without an answer</source>
        <translation>El servidor cerró la conexión sin responder</translation>
    </message>
    <message>
        <source>The certificate was refused: {text}</source>
        <translation>Se rechazó el certificado: {text}</translation>
    </message>
    <message>
        <source>The certificate is self-signed, so that nobody vouches for it</source>
        <translation>El certificado está firmado por sí mismo: nadie responde por él</translation>
    </message>
    <message>
        <source>The certificate was issued by “{text}”, who is not trusted here</source>
        <translation>El certificado lo emitió «{text}», que aquí no es de confianza</translation>
    </message>
    <message>
        <source>The certificate is for another name: {text}</source>
        <translation>El certificado es para otro nombre: {text}</translation>
    </message>
    <message>
        <source>The server does not speak HTTPS at this port</source>
        <translation>El servidor no habla HTTPS en este puerto</translation>
    </message>
    <message>
        <source>The server sends from one address to the next</source>
        <translation>El servidor envía de una dirección a la siguiente</translation>
    </message>
    <message>
        <source>The answer could not be understood: it is not a tracker&apos;s</source>
        <translation>No se entendió la respuesta: no es la de un rastreador</translation>
    </message>
    <message>
        <source>The answer could not be understood: it was empty or cut short</source>
        <translation>No se entendió la respuesta: estaba vacía o cortada</translation>
    </message>
    <message>
        <source>The answer was too large</source>
        <translation>La respuesta era demasiado grande</translation>
    </message>
    <message>
        <source>The tracker says: “{text}”</source>
        <translation>El rastreador dice: «{text}»</translation>
    </message>
    <message>
        <source>Not asked, since a torrent must not reach into your own network or use a disguised name</source>
        <translation>No se le pregunta: un torrent no debe alcanzar tu propia red ni usar un nombre disfrazado</translation>
    </message>
    <message>
        <source>Not asked, since a filter forbids its address</source>
        <translation>No se le pregunta: un filtro prohíbe su dirección</translation>
    </message>
    <message>
        <source>The proxy did not let it through: {text}</source>
        <translation>El proxy no lo dejó pasar: {text}</translation>
    </message>
    <message>
        <source>Its address cannot be used</source>
        <translation>Su dirección no se puede usar</translation>
    </message>
    <message>
        <source>This tracker does not tell how many seeds there are</source>
        <translation>Este rastreador no dice cuántas semillas hay</translation>
    </message>
    <message>
        <source>This tracker speaks WebTorrent (WebSocket), which Starling does not use</source>
        <translation>Este rastreador habla WebTorrent (WebSocket), que Starling no usa</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>El certificado ha caducado</translation>
    </message>
    <message>
        <source>The certificate is not valid yet: look at the clock of this computer</source>
        <translation>El certificado aún no es válido: mira el reloj de este equipo</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>a date of this year</comment>
        <translation>d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date of another year</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>The certificate expired on {date}</source>
        <translation>El certificado caducó el {date}</translation>
    </message>
    <message>
        <source>The certificate is valid only from {date} on: look at the clock of this computer</source>
        <translation>El certificado solo es válido desde el {date}: mira el reloj de este equipo</translation>
    </message>
    <message>
        <source>The server answered {text}</source>
        <translation>El servidor respondió {text}</translation>
    </message>
    <message>
        <source>it did not understand the question</source>
        <translation>no entendió la pregunta</translation>
    </message>
    <message>
        <source>it does not let us in</source>
        <translation>no nos deja entrar</translation>
    </message>
    <message>
        <source>there is nothing at this address any more</source>
        <translation>ya no hay nada en esta dirección</translation>
    </message>
    <message>
        <source>it is asked too often</source>
        <translation>se le pregunta demasiado</translation>
    </message>
    <message>
        <source>something is broken there</source>
        <translation>algo falla allí</translation>
    </message>
    <message>
        <source>it is overloaded or being repaired</source>
        <translation>está saturado o en reparación</translation>
    </message>
    <message>
        <source>{answer}: {meaning}</source>
        <translation>{answer}: {meaning}</translation>
    </message>
    <message>
        <source>{source} does not exist.</source>
        <translation>{source} no existe.</translation>
    </message>
    <message>
        <source>{source} may not be read: check its permissions.</source>
        <translation>No se puede leer {source}: revisa sus permisos.</translation>
    </message>
    <message>
        <source>{source} is not a .torrent file, or it is damaged: {message}.</source>
        <translation>{source} no es un archivo .torrent o está dañado: {message}.</translation>
    </message>
    <message>
        <source>{source} is no valid torrent: {message}.</source>
        <translation>{source} no es un torrent válido: {message}.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be checked: its files are not known yet.</source>
        <translation>No se puede comprobar «{name}»: sus archivos aún no se conocen.</translation>
    </message>
    <message>
        <source>“{name}” is being checked already.</source>
        <translation>«{name}» ya se está comprobando.</translation>
    </message>
    <message>
        <source>All of “{name}” is checked: the hashes of its single pieces are not known yet.</source>
        <translation>Se comprueba «{name}» entero: aún no se conoce el hash de cada pieza.</translation>
    </message>
    <message>
        <source>What is here of the checked files of “{name}” is right.</source>
        <translation>Lo que hay de los archivos comprobados de «{name}» está bien.</translation>
    </message>
    <message>
        <source>Files of “{name}” were checked. Damaged pieces: {lost}; right pieces that were not known: {found}.</source>
        <translation>Archivos de «{name}» comprobados. Piezas dañadas: {lost}; piezas buenas que no se conocían: {found}.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be renamed: its files are not known yet.</source>
        <translation>No se puede cambiar el nombre de «{name}»: sus archivos aún no se conocen.</translation>
    </message>
    <message>
        <source>The files of “{name}” are being checked or moved: rename them when that is done.</source>
        <translation>Los archivos de «{name}» se están comprobando o moviendo: cámbiales el nombre cuando acabe.</translation>
    </message>
    <message>
        <source>“{path}” is not in this torrent any more.</source>
        <translation>«{path}» ya no está en este torrent.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be moved into itself.</source>
        <translation>Una carpeta no se puede mover dentro de sí misma.</translation>
    </message>
    <message>
        <source>“{path}” is in the way: give the folder another name first, and then this one.</source>
        <translation>«{path}» estorba: da antes otro nombre a la carpeta y después este.</translation>
    </message>
    <message>
        <source>The torrent has “{path}” already.</source>
        <translation>El torrent ya tiene «{path}».</translation>
    </message>
    <message>
        <source>“{path}” is a file of the torrent, nothing can be inside.</source>
        <translation>«{path}» es un archivo del torrent: no puede contener nada.</translation>
    </message>
    <message>
        <source>The torrent has a folder “{path}” already: write it like that.</source>
        <translation>El torrent ya tiene una carpeta «{path}»: escríbela así.</translation>
    </message>
    <message>
        <source>{path} exists already and is not the torrent&apos;s: choose another name.</source>
        <translation>{path} ya existe y no es del torrent: elige otro nombre.</translation>
    </message>
    <message>
        <source>{path} leads out of the torrent&apos;s folder by a symbolic link: choose another name.</source>
        <translation>{path} sale de la carpeta del torrent por un enlace simbólico: elige otro nombre.</translation>
    </message>
    <message>
        <source>“{path}” could not be renamed: {message}.</source>
        <translation>No se pudo cambiar el nombre de «{path}»: {message}.</translation>
    </message>
    <message>
        <source>{count} files could not be renamed, “{path}” among them: {message}. The others were.</source>
        <translation>No se pudo cambiar el nombre de {count} archivos, entre ellos «{path}»: {message}. El de los demás sí.</translation>
    </message>
    <message>
        <source>Skipped files of “{name}” stay where they are: {message}.</source>
        <translation>Los archivos omitidos de «{name}» se quedan donde están: {message}.</translation>
    </message>
    <message>
        <source>{path} is in the way: the file of that name that was begun stays in {there} until it can go there.</source>
        <translation>{path} estorba: el archivo empezado de ese nombre se queda en {there} hasta que pueda ir ahí.</translation>
    </message>
    <message>
        <source>{path} is skipped but stays: there is no room for it in {folder}.</source>
        <translation>{path} está omitido pero se queda: no cabe en {folder}.</translation>
    </message>
    <message>
        <source>{path} is skipped but stays: it is too large to be copied to {folder}, which is on another disk.</source>
        <translation>{path} está omitido pero se queda: es demasiado grande para copiarlo a {folder}, que está en otro disco.</translation>
    </message>
    <message>
        <source>“{path}” is skipped but stays in the download folder: {message}.</source>
        <translation>«{path}» está omitido pero se queda en la carpeta de descarga: {message}.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t come back to the download folder: {message}.</source>
        <translation>«{path}» no puede volver a la carpeta de descarga: {message}.</translation>
    </message>
    <message>
        <source>{count} files of “{name}” can&apos;t lie where they were to: {message}. They are saved as the torrent says, “{path}” for example.</source>
        <translation>{count} archivos de «{name}» no pueden estar donde debían: {message}. Se guardan como dice el torrent, «{path}» por ejemplo.</translation>
    </message>
    <message>
        <source>“{path}” of “{name}” can&apos;t lie where it was to: {message}. It is saved as the torrent says.</source>
        <translation>«{path}» de «{name}» no puede estar donde debía: {message}. Se guarda como dice el torrent.</translation>
    </message>
    <message>
        <source>What would lie on another file of the torrent is skipped.</source>
        <translation>Lo que quedaría sobre otro archivo del torrent se omite.</translation>
    </message>
    <message>
        <source>“{name}” is being opened again: wait a moment.</source>
        <translation>«{name}» se está abriendo de nuevo: espera un momento.</translation>
    </message>
    <message>
        <source>The files of “{name}” can&apos;t be looked at: {message}.</source>
        <translation>No se pueden examinar los archivos de «{name}»: {message}.</translation>
    </message>
    <message>
        <source>The database of countries {path} can&apos;t be used: {reason}.</source>
        <translation>No se puede usar la base de datos de países {path}: {reason}.</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>está dañada</translation>
    </message>
    <message>
        <source>there is no address and country in it</source>
        <translation>no contiene direcciones con su país</translation>
    </message>
    <message>
        <source>Peers that had limits are still connected under them: these can have theirs when those are gone.</source>
        <translation>Los pares que tenían límites siguen conectados con ellos: estos podrán tener los suyos cuando aquellos se vayan.</translation>
    </message>
    <message>
        <source>No more than {count} peers can have limits of their own.</source>
        <translation>No más de {count} pares pueden tener límites propios.</translation>
    </message>
    <message>
        <source>“{name}” is private: only its trackers may say who its peers are.</source>
        <translation>«{name}» es privado: solo sus rastreadores pueden decir quiénes son sus pares.</translation>
    </message>
    <message>
        <source>{refusals} The others were added.</source>
        <translation>{refusals} Los demás se añadieron.</translation>
    </message>
    <message>
        <source>A peer is an address and a port, such as 192.0.2.1:6881, not {peers}.</source>
        <translation>Un par es una dirección y un puerto, como 192.0.2.1:6881, no {peers}.</translation>
    </message>
    <message>
        <source>{peers} would be looked up past the proxy, the anonymous mode or the network interface that you have chosen: give addresses instead of names.</source>
        <translation>Buscar {peers} eludiría el proxy, el modo anónimo o la interfaz de red que has elegido: da direcciones en vez de nombres.</translation>
    </message>
    <message>
        <source>No address was found for {peers}.</source>
        <translation>No se encontró ninguna dirección de {peers}.</translation>
    </message>
    <message>
        <source>No peer can be at {peers}.</source>
        <translation>No puede haber ningún par en {peers}.</translation>
    </message>
    <message>
        <source>Banned, for good or for some minutes, or kept out by the IP filter: {peers}.</source>
        <translation>Vetados, para siempre o unos minutos, o excluidos por el filtro de IP: {peers}.</translation>
    </message>
    <message>
        <source>“{url}” is no address of a tracker: those begin with http://, https:// or udp:// and a name.</source>
        <translation>«{url}» no es la dirección de un rastreador: empiezan por http://, https:// o udp:// y un nombre.</translation>
    </message>
    <message>
        <source>“{url}” lacks the port, which a UDP tracker needs: udp://tracker.example:6969/announce.</source>
        <translation>A «{url}» le falta el puerto, que un rastreador UDP necesita: udp://tracker.example:6969/announce.</translation>
    </message>
    <message>
        <source>“{url}” is no address of a web seed: those begin with http:// or https:// and a name.</source>
        <translation>«{url}» no es la dirección de una semilla web: empiezan por http:// o https:// y un nombre.</translation>
    </message>
    <message>
        <source>“{name}” is paused: its trackers are asked when it runs.</source>
        <translation>«{name}» está en pausa: se preguntará a sus rastreadores cuando esté en marcha.</translation>
    </message>
    <message>
        <source>Only trackers and the DHT can be asked.</source>
        <translation>Solo se puede preguntar a los rastreadores y a la DHT.</translation>
    </message>
    <message>
        <source>The torrent is private: only its trackers may name peers.</source>
        <translation>El torrent es privado: solo sus rastreadores pueden nombrar pares.</translation>
    </message>
    <message>
        <source>It is switched off in the settings.</source>
        <translation>Se apagó en los ajustes.</translation>
    </message>
    <message>
        <source>It is switched off for this torrent.</source>
        <translation>Se apagó para este torrent.</translation>
    </message>
    <message>
        <source>The torrent waits in the queue.</source>
        <translation>El torrent espera en la cola.</translation>
    </message>
    <message>
        <source>The torrent is paused.</source>
        <translation>El torrent está en pausa.</translation>
    </message>
    <message>
        <source>The torrent is not announced there now.</source>
        <translation>El torrent no se anuncia ahí ahora.</translation>
    </message>
    <message>
        <source>Not connected: the settings of the network can&apos;t be read. See the preferences.</source>
        <translation>Sin conexión: no se pueden leer los ajustes de la red. Mira las preferencias.</translation>
    </message>
    <message>
        <source>Not connected: the way to the proxy can&apos;t be bound to {name}. Choose either of the two.</source>
        <translation>Sin conexión: el camino al proxy no se puede ligar a {name}. Elige uno de los dos.</translation>
    </message>
    <message>
        <source>Not connected: none of {names} can be used.</source>
        <translation>Sin conexión: no se puede usar ninguno de {names}.</translation>
    </message>
    <message>
        <source>Not connected: {name} is not there.</source>
        <translation>Sin conexión: {name} no está.</translation>
    </message>
    <message>
        <source>Not connected: {name} is down.</source>
        <translation>Sin conexión: {name} está caída.</translation>
    </message>
    <message>
        <source>Not connected: {name} has no address.</source>
        <translation>Sin conexión: {name} no tiene dirección.</translation>
    </message>
    <message>
        <source>Not connected: {name} has no {family} address.</source>
        <translation>Sin conexión: {name} no tiene dirección {family}.</translation>
    </message>
    <message>
        <source>“{name}” is back, paused: this could not be taken out of the trash and stays there: {paths}.</source>
        <translation>«{name}» ha vuelto, en pausa: esto no se pudo sacar de la papelera y sigue allí: {paths}.</translation>
    </message>
    <message>
        <source>“{name}” is back, paused: its files stay in the trash, for others stand in their place: {paths}.</source>
        <translation>«{name}» ha vuelto, en pausa: sus archivos siguen en la papelera porque hay otros en su lugar: {paths}.</translation>
    </message>
    <message>
        <source>“{name}” is back without what is not in the trash any more: {paths}.</source>
        <translation>«{name}» ha vuelto sin lo que ya no está en la papelera: {paths}.</translation>
    </message>
    <message>
        <source>“{name}” is back, paused: its files may not be what they were. Where they differ, it fetches them again, over what is there now, once you start it.</source>
        <translation>«{name}» ha vuelto, en pausa: sus archivos pueden no ser los que eran. Donde difieran, los descargará otra vez sobre lo que hay ahora en cuanto lo inicies.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t come back now: the disk of {path}, with its files, is not there. Connect it first.</source>
        <translation>«{name}» no puede volver ahora: el disco de {path}, con sus archivos, no está. Conéctalo antes.</translation>
    </message>
    <message>
        <source>{count} torrents have reached their seeding goals and are removed.</source>
        <translation>{count} torrents han alcanzado sus objetivos de compartir y se han quitado.</translation>
    </message>
    <message>
        <source>“{name}” is removed: {goal} reached.</source>
        <translation>«{name}» quitado: llegó a {goal}.</translation>
    </message>
    <message>
        <source>{problem} Until then torrents begin in their own folders.</source>
        <translation>{problem} Hasta entonces los torrents empiezan en sus propias carpetas.</translation>
    </message>
    <message>
        <source>“{name}” has no .torrent file yet: its details are still being found.</source>
        <translation>«{name}» aún no tiene archivo .torrent: todavía se buscan sus datos.</translation>
    </message>
    <message>
        <source>The .torrent file of “{name}” can&apos;t be written: {message}.</source>
        <translation>No se puede escribir el archivo .torrent de «{name}»: {message}.</translation>
    </message>
    <message>
        <source>The IP filter {path} is still being read: it keeps nobody out until then.</source>
        <translation>El filtro de IP {path} aún se está leyendo: hasta entonces no excluye a nadie.</translation>
    </message>
    <message>
        <source>What was read before stays in force.</source>
        <translation>Sigue en vigor lo leído antes.</translation>
    </message>
    <message>
        <source>The IP filter {path} can&apos;t be used: reading it did not come to an end.</source>
        <translation>No se puede usar el filtro de IP {path}: su lectura no terminó.</translation>
    </message>
    <message>
        <source>The IP filter {path} is not there.</source>
        <translation>El filtro de IP {path} no está.</translation>
    </message>
    <message>
        <source>The IP filter {path} may not be read: check its permissions.</source>
        <translation>No hay permiso para leer el filtro de IP {path}: revisa sus permisos.</translation>
    </message>
    <message>
        <source>The IP filter {path} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer el filtro de IP {path}: {reason}.</translation>
    </message>
    <message>
        <source>The IP filter {path} is no file.</source>
        <translation>El filtro de IP {path} no es un archivo.</translation>
    </message>
    <message>
        <source>The IP filter {path} is too large: a list has {size} at most.</source>
        <translation>El filtro de IP {path} es demasiado grande: una lista tiene {size} como mucho.</translation>
    </message>
    <message>
        <source>The IP filter {path} has too many ranges: {count} can be in force.</source>
        <translation>El filtro de IP {path} tiene demasiados rangos: pueden estar en vigor {count}.</translation>
    </message>
    <message>
        <source>The IP filter {path} is damaged or cut off.</source>
        <translation>El filtro de IP {path} está dañado o cortado.</translation>
    </message>
    <message>
        <source>The IP filter {path} holds several files: unpack it, and choose one.</source>
        <translation>El filtro de IP {path} contiene varios archivos: descomprímelo y elige uno.</translation>
    </message>
    <message>
        <source>{path} is no list of addresses that Starling knows.</source>
        <translation>{path} no es una lista de direcciones que Starling conozca.</translation>
    </message>
    <message>
        <source>There is no range of addresses in the IP filter {path}.</source>
        <translation>No hay ningún rango de direcciones en el filtro de IP {path}.</translation>
    </message>
    <message>
        <source>{problem} What [advanced.session] says of it is left out.</source>
        <translation>{problem} Se omite lo que dice [advanced.session].</translation>
    </message>
    <message>
        <source>{problem} Nothing is transferred until [advanced.session] says another.</source>
        <translation>{problem} No se transfiere nada hasta que [advanced.session] diga otra.</translation>
    </message>
    <message>
        <source>Not connected: no host is given for the proxy.</source>
        <translation>Sin conexión: falta el host del proxy.</translation>
    </message>
    <message>
        <source>Not connected: what answers at {place} is no {kind} proxy.</source>
        <translation>Sin conexión: lo que responde en {place} no es un proxy {kind}.</translation>
    </message>
    <message>
        <source>Not connected: the proxy at {place} refuses the user name or the password.</source>
        <translation>Sin conexión: el proxy de {place} rechaza el usuario o la contraseña.</translation>
    </message>
    <message>
        <source>Not connected: the proxy at {place} wants a user name and a password.</source>
        <translation>Sin conexión: el proxy de {place} pide usuario y contraseña.</translation>
    </message>
    <message>
        <source>Not connected: the proxy at {place} does not answer.</source>
        <translation>Sin conexión: el proxy de {place} no responde.</translation>
    </message>
    <message>
        <source>Not connected: no proxy runs at {place}.</source>
        <translation>Sin conexión: en {place} no hay ningún proxy.</translation>
    </message>
    <message>
        <source>Not connected: the name of the proxy, {host}, could not be found.</source>
        <translation>Sin conexión: no se encontró el nombre del proxy, {host}.</translation>
    </message>
    <message>
        <source>Not connected: the proxy at {place} hangs up on us.</source>
        <translation>Sin conexión: el proxy de {place} nos cuelga.</translation>
    </message>
    <message>
        <source>Not connected: the proxy at {place} can&apos;t be reached.</source>
        <translation>Sin conexión: no se llega al proxy de {place}.</translation>
    </message>
    <message>
        <source>No router answered.</source>
        <translation>No respondió ningún router.</translation>
    </message>
    <message>
        <source>The router said: {reason}.</source>
        <translation>El router dijo: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is on its way to {folder} already.</source>
        <translation>«{name}» ya va camino de {folder}.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be moved: {reason}</source>
        <translation>No se puede mover «{name}»: {reason}</translation>
    </message>
    <message>
        <source>“{name}” is being checked: move it when that is done.</source>
        <translation>«{name}» se está comprobando: muévelo cuando termine.</translation>
    </message>
    <message>
        <source>“{name}” goes to {target} when it is complete.</source>
        <translation>«{name}» irá a {target} cuando esté completo.</translation>
    </message>
    <message>
        <source>What is not complete yet goes to {target} when it is.</source>
        <translation>Lo que aún no está completo irá a {target} cuando lo esté.</translation>
    </message>
    <message>
        <source>“{name}” is in {target} now, but this could not be removed: {paths}.</source>
        <translation>«{name}» está ahora en {target}, pero esto no se pudo borrar: {paths}.</translation>
    </message>
    <message>
        <source>“{name}” was on its way to {target} when Starling ended: it is in {source} as before.</source>
        <translation>«{name}» iba camino de {target} cuando Starling terminó: sigue en {source}, como antes.</translation>
    </message>
    <message>
        <source>“{name}” is in {path} already.</source>
        <translation>«{name}» ya está en {path}.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be moved: {message}.</source>
        <translation>No se puede mover «{name}»: {message}.</translation>
    </message>
    <message>
        <source>{path} is inside of “{name}” itself: choose another folder.</source>
        <translation>{path} está dentro del propio «{name}»: elige otra carpeta.</translation>
    </message>
    <message>
        <source>“{name}” stays in {source}: {target} has “{names}” already, and nothing is written over.</source>
        <translation>«{name}» se queda en {source}: {target} ya tiene «{names}» y no se sobrescribe nada.</translation>
    </message>
    <message>
        <source>“{name}” takes {size}, {spare} have to stay free beside it, and {path} has only {free}: make {lacking} of room there, or choose another folder.</source>
        <translation>«{name}» ocupa {size}, aparte deben quedar libres {spare}, y {path} solo tiene {free}: haz {lacking} de sitio allí o elige otra carpeta.</translation>
    </message>
    <message>
        <source>These {count} torrents take {size} together, {spare} have to stay free beside them, and {path} has only {free}: make {lacking} of room there, or choose another folder.</source>
        <translation>Estos {count} torrents ocupan juntos {size}, aparte deben quedar libres {spare}, y {path} solo tiene {free}: haz {lacking} de sitio allí o elige otra carpeta.</translation>
    </message>
    <message>
        <source>“{path}” still ends in .part on the disk: {message}.</source>
        <translation>«{path}» aún acaba en .part en el disco: {message}.</translation>
    </message>
    <message>
        <source>{place} is in the way: “{path}” ends in .part on the disk until that is gone.</source>
        <translation>{place} estorba: «{path}» acaba en .part en el disco mientras siga ahí.</translation>
    </message>
    <message>
        <source>Only {free} are free on {mount}, and {keep} are to stay free: make {lacking} of room, and it goes on by itself.</source>
        <translation>En {mount} solo hay {free} libres y deben quedar {keep}: libera {lacking} y seguirá solo.</translation>
    </message>
    <message>
        <source>{path} is there, and the files are not: put them back, or connect the drive that has them, and it goes on by itself, or press Start to download it again.</source>
        <translation>{path} está, pero los archivos no: devuélvelos a su sitio o conecta la unidad que los tiene y seguirá solo, o pulsa Iniciar para descargarlo otra vez.</translation>
    </message>
    <message>
        <source>The drive with {path} is not there: connect it, and it goes on by itself, or press Start to download it to the folder that is there instead.</source>
        <translation>La unidad con {path} no está: conéctala y seguirá solo, o pulsa Iniciar para descargarlo en la carpeta que hay en su lugar.</translation>
    </message>
    <message>
        <source>The drive with {path} is not there: connect it, and it goes on by itself.</source>
        <translation>La unidad con {path} no está: conéctala y seguirá solo.</translation>
    </message>
    <message>
        <source>The folder {path} is not there: put it back, and it goes on by itself, or press Start to download it again.</source>
        <translation>La carpeta {path} no está: devuélvela y seguirá solo, o pulsa Iniciar para descargarla otra vez.</translation>
    </message>
    <message>
        <source>The history of rates, announces and statistics was damaged, and begins anew. What it held is kept as {path}.</source>
        <translation>El historial de velocidades, anuncios y estadísticas estaba dañado y empieza de nuevo. Lo que contenía se conserva como {path}.</translation>
    </message>
</context>
<context>
    <name>Entries</name>
    <message>
        <source>Was not added</source>
        <translation>No se añadió</translation>
    </message>
    <message>
        <source>Can&apos;t be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>In the list already</source>
        <translation>Ya está en la lista</translation>
    </message>
    <message>
        <source>Finding the details</source>
        <translation>Buscando los datos</translation>
    </message>
    <message>
        <source>Fetching it</source>
        <translation>Trayéndolo</translation>
    </message>
    <message>
        <source>Reading it</source>
        <translation>Leyéndolo</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>Error inesperado</translation>
    </message>
    <message>
        <source>Starling has a fault</source>
        <translation>Starling tiene un fallo</translation>
    </message>
    <message>
        <source>It goes on. A report with the details below helps to mend the fault.</source>
        <translation>Sigue funcionando. Un informe con los detalles de abajo ayuda a arreglar el fallo.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Co&amp;py the details</source>
        <translation>Co&amp;piar los detalles</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n more have happened since.</source>
        <translation>
            <numerusform>Desde entonces ha habido %Ln más.</numerusform>
            <numerusform>Desde entonces ha habido %Ln más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Excluded</name>
    <message>
        <source>More than {count} patterns are too many.</source>
        <translation>Más de {count} patrones son demasiados.</translation>
    </message>
    <message>
        <source>A pattern can&apos;t be empty.</source>
        <translation>Un patrón no puede estar vacío.</translation>
    </message>
    <message>
        <source>“{pattern}” holds characters that can&apos;t be seen.</source>
        <translation>«{pattern}» contiene caracteres que no se ven.</translation>
    </message>
    <message>
        <source>“{pattern}” would exclude every file.</source>
        <translation>«{pattern}» excluiría todos los archivos.</translation>
    </message>
    <message>
        <source>“{pattern}…” is too long.</source>
        <translation>«{pattern}…» es demasiado largo.</translation>
    </message>
</context>
<context>
    <name>ExcludedDialog</name>
    <message>
        <source>Files that are never downloaded</source>
        <translation>Archivos que no se descargan nunca</translation>
    </message>
    <message>
        <source>&amp;Patterns of names, one per line, such as *.nfo or sample/*</source>
        <translation>&amp;Patrones de nombres, uno por línea, como *.nfo o sample/*</translation>
    </message>
    <message>
        <source>They hold for torrents that are added from now on, and can be ticked all the same.</source>
        <translation>Valen para los torrents que se añadan desde ahora; aun así se pueden marcar.</translation>
    </message>
</context>
<context>
    <name>ExcludedEditor</name>
    <message numerus="yes">
        <source>%n patterns</source>
        <translation>
            <numerusform>%Ln patrón</numerusform>
            <numerusform>%Ln patrones</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>bytes/s</source>
        <translation>bytes/s</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>local time</source>
        <translation>hora local</translation>
    </message>
    <message>
        <source>{title} ({unit})</source>
        <translation>{title} ({unit})</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>No se pudo escribir {file}: {reason}.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>E&amp;xport as CSV…</source>
        <translation>E&amp;xportar como CSV…</translation>
    </message>
    <message>
        <source>Export the selected ro&amp;ws as CSV…</source>
        <translation>Exportar las &amp;filas seleccionadas como CSV…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exportar como CSV</translation>
    </message>
    <message numerus="yes">
        <source>%n rows were exported to {file}.</source>
        <translation>
            <numerusform>Se exportó %Ln fila a {file}.</numerusform>
            <numerusform>Se exportaron %Ln filas a {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Play from the start</source>
        <translation>&amp;Reproducir desde el principio</translation>
    </message>
    <message>
        <source>Show in its &amp;folder</source>
        <translation>&amp;Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>Cambiar el nom&amp;bre…</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Copiar la ruta</translation>
    </message>
    <message>
        <source>&amp;Download only these</source>
        <translation>Descargar &amp;solo estos</translation>
    </message>
    <message>
        <source>Download &amp;all</source>
        <translation>Descargar &amp;todo</translation>
    </message>
    <message>
        <source>Download &amp;all that was found</source>
        <translation>Descargar &amp;todo lo encontrado</translation>
    </message>
    <message>
        <source>Download &amp;none</source>
        <translation>&amp;No descargar nada</translation>
    </message>
    <message>
        <source>Download &amp;none of what was found</source>
        <translation>&amp;No descargar nada de lo encontrado</translation>
    </message>
    <message>
        <source>Download only &amp;what was found</source>
        <translation>Descargar solo lo &amp;encontrado</translation>
    </message>
    <message>
        <source>&amp;Invert what is downloaded</source>
        <translation>&amp;Invertir lo que se descarga</translation>
    </message>
    <message>
        <source>Rec&amp;heck these files</source>
        <translation>Comprobar estos arc&amp;hivos</translation>
    </message>
    <message>
        <source>First and &amp;last pieces first</source>
        <translation>Primeras y ú&amp;ltimas piezas primero</translation>
    </message>
    <message>
        <source>One list wi&amp;thout folders</source>
        <translation>&amp;Una lista sin carpetas</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>&amp;Desplegar todo</translation>
    </message>
    <message>
        <source>Collap&amp;se all</source>
        <translation>&amp;Plegar todo</translation>
    </message>
    <message>
        <source>Priorit&amp;y</source>
        <translation>Pri&amp;oridad</translation>
    </message>
    <message>
        <source>S&amp;kip by rule</source>
        <translation>Omitir por re&amp;gla</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>Filter the files</source>
        <translation>Filtrar archivos</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>&amp;Todos</translation>
    </message>
    <message>
        <source>Non&amp;e</source>
        <translation>Ningun&amp;o</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>&amp;Elegir</translation>
    </message>
    <message>
        <source>Never &amp;download files like…</source>
        <translation>No descargar nunca archivos &amp;como…</translation>
    </message>
    <message>
        <source>in the torrent: {original}</source>
        <translation>en el torrent: {original}</translation>
    </message>
    <message>
        <source>{path}
In the torrent: {original}</source>
        <translation>{path}
En el torrent: {original}</translation>
    </message>
    <message>
        <source>All files are like those that are never downloaded, so none is left out.</source>
        <translation>Todos los archivos son de los que no se descargan nunca: no se omite ninguno.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are left out as always</source>
        <translation>
            <numerusform>%Ln archivo omitido como siempre</numerusform>
            <numerusform>%Ln archivos omitidos como siempre</numerusform>
        </translation>
    </message>
    <message>
        <source>“{original}” is saved as “{name}”</source>
        <translation>«{original}» se guarda como «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>%n names are saved otherwise than in the torrent</source>
        <translation>
            <numerusform>%Ln nombre se guarda distinto que en el torrent</numerusform>
            <numerusform>%Ln nombres se guardan distintos que en el torrent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>No file matches the filter.</source>
        <translation>Ningún archivo cumple el filtro.</translation>
    </message>
    <message numerus="yes">
        <source>{wanted} of {size}, {count} of %n files</source>
        <translation>
            <numerusform>{wanted} de {size}, {count} de %Ln archivo</numerusform>
            <numerusform>{wanted} de {size}, {count} de %Ln archivos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>{name} is skipped and kept aside: tick its box to have it in your folder.</source>
        <translation>{name} está omitido y guardado aparte: marca su casilla para tenerlo en tu carpeta.</translation>
    </message>
    <message>
        <source>{name} is skipped: tick its box, and open it once it is here.</source>
        <translation>{name} está omitido: marca su casilla y ábrelo cuando esté.</translation>
    </message>
    <message>
        <source>Only {percent} of {name} are here: “Play from the start” fetches what a player needs first.</source>
        <translation>Solo hay un {percent} de {name}: «Reproducir desde el principio» pide antes lo que necesita un reproductor.</translation>
    </message>
    <message>
        <source>Only {percent} of {name} are here: it can be opened once it is complete.</source>
        <translation>Solo hay un {percent} de {name}: se podrá abrir cuando esté completo.</translation>
    </message>
</context>
<context>
    <name>FileView</name>
    <message>
        <source>By shown order: first third maximum, last third normal</source>
        <translation>Según el orden mostrado: primer tercio máxima, último tercio normal</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>The file&apos;s own pieces, from its beginning to its end.</source>
        <translation>Las piezas del archivo, de su principio a su fin.</translation>
    </message>
    <message>
        <source>№</source>
        <comment>number of pieces</comment>
        <translation>N.º</translation>
    </message>
    <message>
        <source>How many pieces it touches; the first and the last may be shared with its neighbours.</source>
        <translation>Cuántas piezas toca; la primera y la última puede compartirlas con sus vecinos.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>How much of it a second of playing takes: it plays without a stop while more than that arrives.</source>
        <translation>Cuánto ocupa un segundo de reproducción: no se para mientras llegue más que eso.</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Streamable</source>
        <translation>Retransmisión</translation>
    </message>
    <message>
        <source>Whether players can begin before all of it is here: then its index stands at the front.</source>
        <translation>Si los reproductores pueden empezar antes de que llegue entero: entonces su índice está al principio.</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>What of the wanted files is still to come.</source>
        <translation>Lo que falta por llegar de los archivos que quieres.</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Copies of it among connected peers and here: below 1 some of its pieces are missing.</source>
        <translation>Copias suyas entre los pares conectados y aquí: por debajo de 1 faltan piezas.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>How fast it arrives.</source>
        <translation>A qué velocidad llega.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>Códecs</translation>
    </message>
    <message>
        <source>Has headers</source>
        <translation>Con cabeceras</translation>
    </message>
    <message>
        <source>Whether the pieces are here that say what is in a video or audio file.</source>
        <translation>Si están las piezas que dicen qué hay en un archivo de vídeo o audio.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>In {duration}</source>
        <comment>as in: playable in 4 min</comment>
        <translation>En {duration}</translation>
    </message>
    <message>
        <source>Yes, now</source>
        <translation>Sí, ya</translation>
    </message>
    <message>
        <source>What it says of itself can&apos;t be read: it is damaged, or not what its name says.</source>
        <translation>No se puede leer lo que dice de sí: está dañado o no es lo que dice su nombre.</translation>
    </message>
    <message>
        <source>The pieces that tell are not here yet; they are asked for first.</source>
        <translation>Aún no están las piezas que lo dicen; se piden antes que las demás.</translation>
    </message>
    <message>
        <source>Its index stands at the front: players can begin before all of it is here.</source>
        <translation>Su índice está al principio: los reproductores pueden empezar antes de que llegue entero.</translation>
    </message>
    <message>
        <source>Its index stands at the end: players need all of it first.</source>
        <translation>Su índice está al final: los reproductores lo necesitan entero.</translation>
    </message>
    <message>
        <source>First piece</source>
        <translation>Primera pieza</translation>
    </message>
    <message>
        <source>Mixed</source>
        <comment>a folder whose files have several priorities</comment>
        <translation>Varias</translation>
    </message>
    <message>
        <source>Skip</source>
        <comment>priority: do not download</comment>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>priority</comment>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Maximum</source>
        <comment>priority</comment>
        <translation>Máxima</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>What is fetched first, and what is not fetched at all. Click a cell to change it.</source>
        <translation>Qué se descarga antes y qué no se descarga. Haz clic en una celda para cambiarlo.</translation>
    </message>
    <message numerus="yes">
        <source>{name}, {count} files</source>
        <translation>
            <numerusform>{name}, {count} archivo</numerusform>
            <numerusform>{name}, {count} archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>open folder</source>
        <translation>carpeta abierta</translation>
    </message>
    <message>
        <source>folded folder</source>
        <translation>carpeta plegada</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Find files</source>
        <translation>Buscar archivos</translation>
    </message>
    <message>
        <source>Finds words, *.mkv, size&gt;100M, ext:srt,sub; a - before one excludes</source>
        <translation>Busca palabras, *.mkv, size&gt;100M, ext:srt,sub; un - delante excluye</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>The files are not known yet: their list comes from the first peers.</source>
        <translation>Aún no se conocen los archivos: la lista llega con los primeros pares.</translation>
    </message>
    <message>
        <source>No file matches {text}.</source>
        <translation>Ningún archivo cumple {text}.</translation>
    </message>
    <message>
        <source>{term} is not understood, and filters nothing.</source>
        <translation>{term} no se entiende y no filtra nada.</translation>
    </message>
    <message>
        <source>Every file is skipped: nothing is downloaded.</source>
        <translation>Todos los archivos están omitidos: no se descarga nada.</translation>
    </message>
    <message>
        <source>{done} of {wanted}</source>
        <translation>{done} de {wanted}</translation>
    </message>
    <message>
        <source>All {wanted} you want are here, in {chosen} of {all} files.</source>
        <translation>Ya están los {wanted} que quieres, en {chosen} de {all} archivos.</translation>
    </message>
    <message>
        <source>{done} of the {wanted} you want, in {chosen} of {all} files</source>
        <translation>{done} de los {wanted} que quieres, en {chosen} de {all} archivos</translation>
    </message>
    <message>
        <source>{name} can be played.</source>
        <translation>{name} se puede reproducir.</translation>
    </message>
    <message>
        <source>{name} can be played: the first {time} are here.</source>
        <translation>{name} se puede reproducir: ya están los primeros {time}.</translation>
    </message>
    <message>
        <source>It arrives slower than it is played, and may stop.</source>
        <translation>Llega más despacio de lo que se reproduce y puede pararse.</translation>
    </message>
    <message>
        <source>{name} is fetched from its start, but nothing arrives now.</source>
        <translation>{name} se pide desde el principio, pero ahora no llega nada.</translation>
    </message>
    <message>
        <source>{time} until {name} plays.</source>
        <translation>{name} se podrá reproducir en {time}.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Show all</source>
        <translation>Mostrar todos</translation>
    </message>
</context>
<context>
    <name>FilterDialog</name>
    <message>
        <source>Save this filter</source>
        <translation>Guardar este filtro</translation>
    </message>
    <message>
        <source>Edit filter</source>
        <translation>Editar filtro</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtro</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>There is a filter of that name already.</source>
        <translation>Ya hay un filtro con ese nombre.</translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>IP filter…</source>
        <translation>Filtro de IP…</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>No tracker</source>
        <translation>Sin rastreador</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Sin etiqueta</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activos</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>Compartiendo</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completados</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Parados</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Con errores</translation>
    </message>
</context>
<context>
    <name>Flags</name>
    <message>
        <source>Connected over µTP, which gives way to other traffic</source>
        <translation>Conectado por µTP, que cede el paso al resto del tráfico</translation>
    </message>
    <message>
        <source>µTP</source>
        <translation>µTP</translation>
    </message>
    <message>
        <source>Has our optimistic slot: it gets data to see whether it gives some back</source>
        <translation>Tiene nuestro hueco optimista: recibe datos por ver si devuelve algo</translation>
    </message>
    <message>
        <source>optimistic slot</source>
        <translation>hueco optimista</translation>
    </message>
    <message>
        <source>Chokes us: it has what we want and gives us no slot</source>
        <translation>Nos ahoga: tiene lo que queremos y no nos da hueco</translation>
    </message>
    <message>
        <source>it chokes us</source>
        <translation>nos ahoga</translation>
    </message>
    <message>
        <source>We choke it: it wants what we have and waits for one of our slots</source>
        <translation>Lo ahogamos: quiere lo que tenemos y espera uno de nuestros huecos</translation>
    </message>
    <message>
        <source>we choke it</source>
        <translation>lo ahogamos</translation>
    </message>
    <message>
        <source>It would send to us, but has nothing we need</source>
        <translation>Nos enviaría, pero no tiene nada que necesitemos</translation>
    </message>
    <message>
        <source>it would send, we need nothing</source>
        <translation>enviaría, no necesitamos nada</translation>
    </message>
    <message>
        <source>We would send to it, but it wants nothing</source>
        <translation>Le enviaríamos, pero no quiere nada</translation>
    </message>
    <message>
        <source>we would send, it wants nothing</source>
        <translation>enviaríamos, no quiere nada</translation>
    </message>
    <message>
        <source>{words}, for {duration}</source>
        <translation>{words}, desde hace {duration}</translation>
    </message>
    <message>
        <source>Asked for the torrent&apos;s details, which are not here yet</source>
        <translation>Se le piden los datos del torrent, que aún no están aquí</translation>
    </message>
    <message>
        <source>Sends us what we want, at {rate}</source>
        <translation>Nos envía lo que queremos, a {rate}</translation>
    </message>
    <message>
        <source>Lets us have what we want, but nothing comes now</source>
        <translation>Nos deja lo que queremos, pero ahora no llega nada</translation>
    </message>
    <message>
        <source>Gets from us what it wants, at {rate}</source>
        <translation>Recibe de nosotros lo que quiere, a {rate}</translation>
    </message>
    <message>
        <source>Wants what we have and has one of our slots, but takes nothing now</source>
        <translation>Quiere lo que tenemos y ocupa un hueco nuestro, pero ahora no toma nada</translation>
    </message>
    <message>
        <source>Snubbed: it promised data and sends none</source>
        <translation>Moroso: prometió datos y no envía</translation>
    </message>
    <message>
        <source>Snubbed: it promised data and has sent nothing for {duration}</source>
        <translation>Moroso: prometió datos y lleva {duration} sin enviar nada</translation>
    </message>
    <message numerus="yes">
        <source>Took part in %n pieces that failed their hash check</source>
        <translation>
            <numerusform>Participó en %Ln pieza que no pasó la comprobación</numerusform>
            <numerusform>Participó en %Ln piezas que no pasaron la comprobación</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}, and is tested now</source>
        <translation>{words}, y ahora está a prueba</translation>
    </message>
    <message>
        <source>it lets us ask</source>
        <translation>nos deja pedir</translation>
    </message>
    <message>
        <source>we let it ask</source>
        <translation>le dejamos pedir</translation>
    </message>
    <message>
        <source>snubbed</source>
        <translation>moroso</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>cifrado</translation>
    </message>
    <message>
        <source>Only the handshake was encrypted</source>
        <translation>Solo se cifró el saludo</translation>
    </message>
    <message>
        <source>encrypted handshake</source>
        <translation>saludo cifrado</translation>
    </message>
    <message>
        <source>Found by the DHT</source>
        <translation>Encontrado por la DHT</translation>
    </message>
    <message>
        <source>by DHT</source>
        <translation>por DHT</translation>
    </message>
    <message>
        <source>Peers that were found by the DHT first. What is counted as DHT above are all that the DHT knows by now.</source>
        <translation>Pares que la DHT encontró primero. Arriba, DHT cuenta todos los que la DHT ya conoce.</translation>
    </message>
    <message>
        <source>Found by peer exchange: another peer told us</source>
        <translation>Encontrado por intercambio de pares: nos lo dijo otro par</translation>
    </message>
    <message>
        <source>found by PEX</source>
        <translation>por PEX</translation>
    </message>
    <message>
        <source>Peers that were found by peer exchange first, and by nothing else. What is counted as PEX above are all that peer exchange has named by now.</source>
        <translation>Pares encontrados primero por intercambio de pares, y por nada más. Arriba, PEX cuenta todos los que el intercambio ya ha nombrado.</translation>
    </message>
    <message>
        <source>Found in the local network</source>
        <translation>Encontrado en la red local</translation>
    </message>
    <message>
        <source>local network</source>
        <translation>red local</translation>
    </message>
    <message>
        <source>It called us</source>
        <translation>Nos llamó</translation>
    </message>
    <message>
        <source>It called us through a hole in both firewalls, with the help of another peer</source>
        <translation>Nos llamó a través de los dos cortafuegos, con ayuda de otro par</translation>
    </message>
    <message>
        <source>{words}, {duration} ago</source>
        <translation>{words}, hace {duration}</translation>
    </message>
    <message>
        <source>Peers that were found in the local network first, and not by the DHT. What is counted as local network above are all that were seen there by now.</source>
        <translation>Pares encontrados primero en la red local, y no por la DHT. Arriba, red local cuenta todos los que ya se han visto allí.</translation>
    </message>
    <message>
        <source>it called us</source>
        <translation>nos llamó</translation>
    </message>
    <message>
        <source>Reached through a hole in both firewalls, with the help of another peer</source>
        <translation>Alcanzado a través de los dos cortafuegos, con ayuda de otro par</translation>
    </message>
    <message>
        <source>hole punched</source>
        <translation>a través de cortafuegos</translation>
    </message>
    <message>
        <source>Peers that we called. Those that called us through a hole have I, and its tooltip says so.</source>
        <translation>Pares a los que llamamos. Los que nos llamaron a través de cortafuegos llevan I, y su ayuda lo dice.</translation>
    </message>
    <message>
        <source>failed a hash check</source>
        <translation>falló una comprobación</translation>
    </message>
</context>
<context>
    <name>Flight</name>
    <message numerus="yes">
        <source>%n blocks asked for and not here yet.</source>
        <translation>
            <numerusform>%Ln bloque pedido que aún no ha llegado.</numerusform>
            <numerusform>%Ln bloques pedidos que aún no han llegado.</numerusform>
        </translation>
    </message>
    <message>
        <source>At its rate they last less than a second.</source>
        <translation>A su velocidad duran menos de un segundo.</translation>
    </message>
    <message>
        <source>At its rate they last {duration}.</source>
        <translation>A su velocidad duran {duration}.</translation>
    </message>
    <message>
        <source>{asked} {told}</source>
        <translation>{asked} {told}</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>of {limit}</source>
        <translation>de {limit}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget “{name}” for good?</source>
        <translation>¿Olvidar «{name}» para siempre?</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n torrents for good?</source>
        <translation>
            <numerusform>¿Olvidar %Ln torrent para siempre?</numerusform>
            <numerusform>¿Olvidar %Ln torrents para siempre?</numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone. Files that are in the trash, or in their folder, stay there.</source>
        <translation>No se puede deshacer. Los archivos que estén en la papelera, o en su carpeta, se quedan ahí.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Olvidar</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>PB</source>
        <translation>PB</translation>
    </message>
    <message>
        <source>EB</source>
        <translation>EB</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>TiB</source>
        <translation>TiB</translation>
    </message>
    <message>
        <source>PiB</source>
        <translation>PiB</translation>
    </message>
    <message>
        <source>EiB</source>
        <translation>EiB</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <comment>a rate: a size per second</comment>
        <translation>{size}/s</translation>
    </message>
    <message>
        <source>s</source>
        <comment>the sign of seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <comment>the sign of minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>the sign of hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <comment>the sign of days</comment>
        <translation>d</translation>
    </message>
    <message>
        <source>y</source>
        <comment>the sign of years</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>never</source>
        <comment>the time left where nothing can arrive</comment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>{first}–{last}</source>
        <comment>times between which it may end: 18–30 min</comment>
        <translation>{first}–{last}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <comment>the same to be read aloud</comment>
        <translation>de {first} a {last}</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>{duration} ago</source>
        <comment>as in 38 s ago</comment>
        <translation>hace {duration}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <comment>as in yesterday 21:14</comment>
        <translation>ayer {time}</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>How they find you</source>
        <translation>Cómo te encuentran</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Conexión…</translation>
    </message>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} de {all}</translation>
    </message>
    <message>
        <source>Connected to you by themselves</source>
        <translation>Se conectaron ellos</translation>
    </message>
    <message numerus="yes">
        <source>%n peers of this torrent have, those that have gone included.</source>
        <translation>
            <numerusform>Lo hizo %Ln par de este torrent, contando los que se han ido.</numerusform>
            <numerusform>Lo hicieron %Ln pares de este torrent, contando los que se han ido.</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody since the start</source>
        <translation>nadie desde el inicio</translation>
    </message>
    <message>
        <source>{ago}, by {transport}</source>
        <translation>{ago}, por {transport}</translation>
    </message>
    <message>
        <source>The last, of all torrents</source>
        <translation>El último, en todos los torrents</translation>
    </message>
    <message>
        <source>Port at the router</source>
        <translation>Puerto en el router</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
</context>
<context>
    <name>General</name>
    <message>
        <source>Transfer</source>
        <translation>Transferencia</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Have</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Time active</source>
        <translation>Tiempo activo</translation>
    </message>
    <message>
        <source>Time seeding</source>
        <translation>Compartiendo</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Semillas</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Known peers</source>
        <translation>Pares conocidos</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Full copy seen</source>
        <translation>Copia completa</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Asks trackers in</source>
        <translation>Pregunta en</translation>
    </message>
    <message>
        <source>Web seeds</source>
        <translation>Semillas web</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Sin verificar</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Popularidad</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Why twice</source>
        <translation>Por qué dos veces</translation>
    </message>
    <message>
        <source>Torrent</source>
        <translation>Torrent</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Guardado en</translation>
    </message>
    <message>
        <source>Moves to</source>
        <translation>Se mueve a</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Hash v1</source>
        <translation>Hash v1</translation>
    </message>
    <message>
        <source>Hash v2</source>
        <translation>Hash v2</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comentario</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Creado con</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>{size} ({session} in this session)</source>
        <translation>{size} ({session} en esta sesión)</translation>
    </message>
    <message>
        <source>down {limit}</source>
        <translation>descarga {limit}</translation>
    </message>
    <message>
        <source>up {limit}</source>
        <translation>subida {limit}</translation>
    </message>
    <message>
        <source>{done} of {size} ({percent})</source>
        <translation>{done} de {size} ({percent})</translation>
    </message>
    <message>
        <source>In all torrents since the start: {reasons}</source>
        <translation>En todos los torrents desde el inicio: {reasons}</translation>
    </message>
    <message>
        <source>{percent} came after another peer had been asked for it</source>
        <translation>el {percent} llegó después de pedirlo a otro par</translation>
    </message>
    <message>
        <source>{percent} was called off too late</source>
        <translation>el {percent} se canceló demasiado tarde</translation>
    </message>
    <message>
        <source>{percent} was asked of several peers at the end</source>
        <translation>el {percent} se pidió a varios pares al final</translation>
    </message>
    <message>
        <source>{percent} came after the last piece</source>
        <translation>el {percent} llegó después de la última pieza</translation>
    </message>
    <message>
        <source>{percent} came while its connection was closed</source>
        <translation>el {percent} llegó mientras se cerraba su conexión</translation>
    </message>
    <message>
        <source>{percent} was sent without being asked for</source>
        <translation>el {percent} se envió sin haberlo pedido</translation>
    </message>
    <message>
        <source>{count} of {limit} allowed</source>
        <translation>{count} de {limit} permitidas</translation>
    </message>
    <message>
        <source>{count} connected</source>
        <translation>{count} con conexión</translation>
    </message>
    <message>
        <source>{count} connected, {swarm} in the swarm</source>
        <translation>{count} con conexión, {swarm} en el enjambre</translation>
    </message>
    <message>
        <source>{number} copies</source>
        <translation>{number} copias</translation>
    </message>
    <message>
        <source>{all}, {wanted} of it wanted</source>
        <translation>{all}, de ellos quieres {wanted}</translation>
    </message>
    <message>
        <source>ratio grows by {ratio} a month</source>
        <translation>el ratio crece {ratio} al mes</translation>
    </message>
    <message>
        <source>{rate} ({average} on average)</source>
        <translation>{rate} ({average} de media)</translation>
    </message>
    <message>
        <source>{average} on average</source>
        <translation>{average} de media</translation>
    </message>
    <message>
        <source>{size} failed the hash check</source>
        <translation>{size} no pasaron la comprobación</translation>
    </message>
    <message>
        <source>{size} came twice</source>
        <translation>{size} llegaron dos veces</translation>
    </message>
    <message>
        <source>{count} × {size}, {have} here</source>
        <translation>{count} × {size}, hay {have}</translation>
    </message>
    <message>
        <source>yes: peers come from its trackers only</source>
        <translation>sí: los pares llegan solo de sus rastreadores</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}: {value}</translation>
    </message>
</context>
<context>
    <name>GeneralPage</name>
    <message>
        <source>Pieces</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>The pieces are not known yet: they come with the metadata.</source>
        <translation>Aún no se conocen las piezas: llegan con los metadatos.</translation>
    </message>
    <message>
        <source>&amp;Copy all values</source>
        <translation>&amp;Copiar todos los valores</translation>
    </message>
    <message numerus="yes">
        <source>{count} torrents are selected: {states}.</source>
        <translation>
            <numerusform>{count} torrent seleccionado: {states}.</numerusform>
            <numerusform>{count} torrents seleccionados: {states}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{have} of {all} pieces are here.</source>
        <translation>
            <numerusform>Hay {have} de {all} pieza.</numerusform>
            <numerusform>Hay {have} de {all} piezas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All {all} pieces are here.</source>
        <translation>
            <numerusform>Ya está la pieza ({all}).</numerusform>
            <numerusform>Ya están las {all} piezas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{have} of {all} pieces are here, {flight} in flight.</source>
        <translation>
            <numerusform>Hay {have} de {all} pieza, {flight} en camino.</numerusform>
            <numerusform>Hay {have} de {all} piezas, {flight} en camino.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{none} pieces are on no connected peer.</source>
        <translation>
            <numerusform>{none} pieza no está en ningún par conectado.</numerusform>
            <numerusform>{none} piezas no están en ningún par conectado.</numerusform>
        </translation>
    </message>
    <message>
        <source>A full copy was last seen {ago}.</source>
        <translation>La última copia completa se vio {ago}.</translation>
    </message>
    <message>
        <source>{percent} of all pieces, verified.</source>
        <translation>{percent} de todas las piezas, verificadas.</translation>
    </message>
    <message>
        <source>You and the connected peers have {copies} copies; the rarest piece is on {rarest} of them.</source>
        <translation>Entre tú y los pares conectados hay {copies} copias; la pieza más rara está en {rarest} de ellos.</translation>
    </message>
</context>
<context>
    <name>GoalChoice</name>
    <message>
        <source>As the settings say</source>
        <translation>Según los ajustes</translation>
    </message>
    <message>
        <source>For ever</source>
        <translation>Para siempre</translation>
    </message>
    <message>
        <source>Until a goal is reached</source>
        <translation>Hasta alcanzar un objetivo</translation>
    </message>
    <message>
        <source>Any of them will do</source>
        <translation>Basta con uno</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>A seeding goal needs a ratio or a time.</source>
        <translation>Un objetivo de compartir necesita un ratio o un tiempo.</translation>
    </message>
    <message>
        <source>no goal</source>
        <translation>sin objetivo</translation>
    </message>
    <message>
        <source>How many of them</source>
        <translation>Cuántos de ellos</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Seeding goal</source>
        <translation>Objetivo de compartir</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} y %Ln más</numerusform>
            <numerusform>{names} y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>As labels and settings say</source>
        <translation>Según etiquetas y ajustes</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>different: leave as they are</source>
        <translation>distintos: dejarlos como están</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>Their labels differ, and so do their goals.</source>
        <translation>Sus etiquetas difieren, y con ellas sus objetivos.</translation>
    </message>
    <message>
        <source>They say nothing, and so it is seeded until you pause it.</source>
        <translation>No dicen nada: se comparte hasta que lo pauses.</translation>
    </message>
    <message>
        <source>Whatever is left empty does not count. Times are in minutes unless you write 2 h or 3 d.</source>
        <translation>Lo que se deja vacío no cuenta. Los tiempos son en minutos, salvo que escribas 2 h o 3 d.</translation>
    </message>
</context>
<context>
    <name>GoalWarnings</name>
    <message>
        <source>Seed on</source>
        <translation>Seguir compartiendo</translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message>
        <source>for ever</source>
        <translation>para siempre</translation>
    </message>
    <message>
        <source>{time} idle</source>
        <translation>{time} sin subidas</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>alcanzado</translation>
    </message>
    <message>
        <source>Its label “{label}” says so.</source>
        <translation>Lo dice su etiqueta «{label}».</translation>
    </message>
    <message>
        <source>This torrent&apos;s own goal.</source>
        <translation>Objetivo propio de este torrent.</translation>
    </message>
    <message>
        <source>By the settings.</source>
        <translation>Según los ajustes.</translation>
    </message>
    <message>
        <source>Paused: {goal} reached. Start it to seed on.</source>
        <translation>En pausa: llegó a {goal}. Inícialo para seguir compartiendo.</translation>
    </message>
    <message>
        <source>Reached: {goal}.</source>
        <translation>Alcanzado: {goal}.</translation>
    </message>
    <message>
        <source>Reached: {goal}. It goes on as it was started.</source>
        <translation>Alcanzado: {goal}. Sigue porque se inició.</translation>
    </message>
    <message>
        <source>Seeded for ever.</source>
        <translation>Se comparte para siempre.</translation>
    </message>
    <message>
        <source>Seeded until {goal}, then paused.</source>
        <translation>Se comparte hasta {goal}; luego, en pausa.</translation>
    </message>
    <message>
        <source>Seeded until {goal}, then removed; its files stay.</source>
        <translation>Se comparte hasta {goal}; luego se quita y sus archivos se quedan.</translation>
    </message>
    <message>
        <source>Seeded until {goal}, then removed, its files to the trash.</source>
        <translation>Se comparte hasta {goal}; luego se quita, con sus archivos a la papelera.</translation>
    </message>
    <message>
        <source>Seeded until {goal}, then as a super-seed.</source>
        <translation>Se comparte hasta {goal}; luego, como supersemilla.</translation>
    </message>
    <message>
        <source>ratio {ratio}</source>
        <translation>ratio {ratio}</translation>
    </message>
    <message>
        <source>{time} of seeding</source>
        <translation>{time} compartiendo</translation>
    </message>
    <message>
        <source>{time} without uploads</source>
        <translation>{time} sin subidas</translation>
    </message>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source> or </source>
        <translation> o </translation>
    </message>
</context>
<context>
    <name>Gone</name>
    <message numerus="yes">
        <source>{count} peers have left.</source>
        <translation>
            <numerusform>Se ha ido {count} par.</numerusform>
            <numerusform>Se han ido {count} pares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others were called in vain.</source>
        <translation>
            <numerusform>A %Ln más se le llamó en vano.</numerusform>
            <numerusform>A otros %Ln se les llamó en vano.</numerusform>
        </translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Where the peer was. The port has a column of its own.</source>
        <translation>Dónde estaba el par. El puerto tiene su propia columna.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>The program, as it called itself; the beginning of its peer-id where nobody looked at the peers while it was there.</source>
        <translation>El programa, como se llamaba a sí mismo; el comienzo de su peer-id si nadie miró los pares mientras estaba.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Se fue</translation>
    </message>
    <message>
        <source>When the connection ended, or the last attempt at one.</source>
        <translation>Cuándo acabó la conexión, o el último intento.</translation>
    </message>
    <message>
        <source>Connected at</source>
        <translation>Conectado a</translation>
    </message>
    <message>
        <source>When the connection began; empty if there never was one.</source>
        <translation>Cuándo empezó la conexión; vacío si nunca la hubo.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Durante</translation>
    </message>
    <message>
        <source>How long the connection lasted.</source>
        <translation>Cuánto duró la conexión.</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>What it had given us when it was looked at last; nobody counts what comes unseen.</source>
        <translation>Lo que nos había dado la última vez que se miró; nadie cuenta lo que llega sin mirarlo.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>What we had given it when it was looked at last.</source>
        <translation>Lo que le habíamos dado la última vez que se miró.</translation>
    </message>
    <message>
        <source>Why it left</source>
        <translation>Por qué se fue</translation>
    </message>
    <message>
        <source>Why the connection ended or never came to be, as far as we were told.</source>
        <translation>Por qué acabó la conexión o no llegó a haberla, hasta donde se nos dijo.</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>La acabó</translation>
    </message>
    <message>
        <source>Who ended the connection; empty where that is not known.</source>
        <translation>Quién acabó la conexión; vacío si no se sabe.</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>Llamó</translation>
    </message>
    <message>
        <source>Which side began the connection.</source>
        <translation>Qué lado empezó la conexión.</translation>
    </message>
    <message>
        <source>As of {time}, when it was looked at last.</source>
        <translation>A las {time}, cuando se miró por última vez.</translation>
    </message>
</context>
<context>
    <name>GoneDialog</name>
    <message>
        <source>Seeding goal reached</source>
        <translation>Objetivo de compartir alcanzado</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n torrents now?</source>
        <translation>
            <numerusform>¿Quitar ya %Ln torrent?</numerusform>
            <numerusform>¿Quitar ya %Ln torrents?</numerusform>
        </translation>
    </message>
    <message>
        <source>This label gives them its seeding goal, which they have reached already.</source>
        <translation>Esta etiqueta da su objetivo de compartir, que ya está alcanzado.</translation>
    </message>
    <message>
        <source>Without this label they get another seeding goal, which they have reached already.</source>
        <translation>Sin esta etiqueta vale otro objetivo de compartir, que ya está alcanzado.</translation>
    </message>
    <message>
        <source>By this change they get another seeding goal, which they have reached already.</source>
        <translation>Con este cambio vale otro objetivo de compartir, que ya está alcanzado.</translation>
    </message>
    <message>
        <source>They would be removed from the list at once; their files stay.</source>
        <translation>Con ello se quitaría enseguida de la lista lo que sigue; sus archivos se quedan.</translation>
    </message>
    <message>
        <source>They would be removed from the list at once, and their files go to the trash.</source>
        <translation>Con ello se quitaría enseguida de la lista lo que sigue, y sus archivos irían a la papelera.</translation>
    </message>
    <message numerus="yes">
        <source>They would be removed from the list at once; the files of %n go to the trash.</source>
        <translation>
            <numerusform>Se quitarían enseguida de la lista; los archivos de %Ln irían a la papelera.</numerusform>
            <numerusform>Se quitarían enseguida de la lista; los archivos de %Ln irían a la papelera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Those that you keep are seeded for ever: their goal is turned off.</source>
        <translation>Lo que conserves se comparte para siempre: se desactiva su objetivo.</translation>
    </message>
    <message numerus="yes">
        <source>Removing can be undone for %n days.</source>
        <translation>
            <numerusform>Lo que quites puede volver durante %Ln día.</numerusform>
            <numerusform>Lo que quites puede volver durante %Ln días.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Remove them</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Give the label, keep the torrents</source>
        <translation>&amp;Poner etiqueta y conservar</translation>
    </message>
    <message>
        <source>&amp;Take the label, keep the torrents</source>
        <translation>Quitar &amp;etiqueta y conservar</translation>
    </message>
    <message>
        <source>&amp;Save, keep the torrents</source>
        <translation>&amp;Guardar y conservar</translation>
    </message>
    <message>
        <source>Change the &amp;goal, keep the torrents</source>
        <translation>Cambiar &amp;objetivo y conservar</translation>
    </message>
    <message>
        <source>&amp;Move, keep the torrents</source>
        <translation>&amp;Mover y conservar</translation>
    </message>
</context>
<context>
    <name>GonePeers</name>
    <message>
        <source>Peers that are gone</source>
        <translation>Pares que se han ido</translation>
    </message>
    <message>
        <source>No peer has left yet.</source>
        <translation>Aún no se ha ido ningún par.</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copia&amp;r las filas</translation>
    </message>
    <message>
        <source>No peer that is gone has {what}. Esc shows all.</source>
        <translation>Ningún par de los idos tiene {what}. Esc los muestra todos.</translation>
    </message>
    <message>
        <source>Nobody has left yet.</source>
        <translation>Aún no se ha ido nadie.</translation>
    </message>
</context>
<context>
    <name>GuardsDialog</name>
    <message>
        <source>Reset this page</source>
        <translation>Restablecer esta página</translation>
    </message>
    <message>
        <source>“{label}”</source>
        <translation>«{label}»</translation>
    </message>
    <message>
        <source>Reset also what protects you?</source>
        <translation>¿Restablecer también lo que te protege?</translation>
    </message>
    <message>
        <source>These settings say by which way you are connected, and who is kept out. With the page they go back to their defaults at once: {settings}.</source>
        <translation>Estos ajustes dicen por qué vía te conectas y a quién se deja fuera. Con la página vuelven enseguida a su valor predeterminado: {settings}.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Reset this page</source>
        <translation>&amp;Restablecer esta página</translation>
    </message>
</context>
<context>
    <name>Happenings</name>
    <message numerus="yes">
        <source>%n torrents were removed.</source>
        <translation>
            <numerusform>Se quitó %Ln torrent.</numerusform>
            <numerusform>Se quitaron %Ln torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Quitado.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are in the session.</source>
        <translation>
            <numerusform>Hay %Ln torrent en la sesión.</numerusform>
            <numerusform>Hay %Ln torrents en la sesión.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>Ascendente</translation>
    </message>
    <message>
        <source>Falling</source>
        <translation>Descendente</translation>
    </message>
    <message>
        <source>{column} (no room now)</source>
        <translation>{column} (ahora no cabe)</translation>
    </message>
    <message>
        <source>Fit all columns</source>
        <translation>Ajustar todas las columnas</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Restablecer las columnas</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>Without a window the port is chosen by --rpc-port, and all else of remote control in {path}.</source>
        <translation>Sin ventana, el puerto se elige con --rpc-port, y lo demás del control remoto en {path}.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have: {error}. What follows tells where.</source>
        <translation>Ha fallado algo que no debía: {error}. Lo que sigue dice dónde.</translation>
    </message>
</context>
<context>
    <name>IPFilter</name>
    <message>
        <source>No filter is in force.</source>
        <translation>No hay ningún filtro en vigor.</translation>
    </message>
    <message numerus="yes">
        <source>{count} ranges are in force</source>
        <translation>
            <numerusform>{count} rango en vigor</numerusform>
            <numerusform>{count} rangos en vigor</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>{sentence}; {lines}</source>
        <translation>{sentence}; {lines}</translation>
    </message>
    <message numerus="yes">
        <source>{count} lines could not be read</source>
        <translation>
            <numerusform>{count} línea no se pudo leer</numerusform>
            <numerusform>{count} líneas no se pudieron leer</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>line {number} “{text}”</source>
        <translation>línea {number} «{text}»</translation>
    </message>
    <message>
        <source>{sentence}, first of all {lines}.</source>
        <translation>{sentence}; las primeras: {lines}.</translation>
    </message>
    <message>
        <source>{sentence}: {lines}.</source>
        <translation>{sentence}: {lines}.</translation>
    </message>
</context>
<context>
    <name>Incoming</name>
    <message numerus="yes">
        <source>{folder} holds too much to look through: %n .torrent files of it are taken.</source>
        <translation>
            <numerusform>{folder} contiene demasiado para mirarlo todo: se toma %Ln archivo .torrent.</numerusform>
            <numerusform>{folder} contiene demasiado para mirarlo todo: se toman %Ln archivos .torrent.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no .torrent file in {folder}.</source>
        <translation>No hay ningún archivo .torrent en {folder}.</translation>
    </message>
    <message>
        <source>The folder {folder} may not be read.</source>
        <translation>No se puede leer la carpeta {folder}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>“{name}” is in the list already.</source>
        <translation>«{name}» ya está en la lista.</translation>
    </message>
    <message numerus="yes">
        <source>Add its %n new trackers</source>
        <translation>
            <numerusform>Añadir su %Ln rastreador nuevo</numerusform>
            <numerusform>Añadir sus %Ln rastreadores nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers were added to “{name}”.</source>
        <translation>
            <numerusform>Se añadió %Ln rastreador a «{name}».</numerusform>
            <numerusform>Se añadieron %Ln rastreadores a «{name}».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Instance</name>
    <message>
        <source>Starling cannot keep its data in {folder}: {reason}.</source>
        <translation>Starling no puede guardar sus datos en {folder}: {reason}.</translation>
    </message>
    <message>
        <source>Starling cannot write to {folder}.</source>
        <translation>Starling no puede escribir en {folder}.</translation>
    </message>
    <message>
        <source>Starling runs already, but it does not answer.</source>
        <translation>Starling ya está en marcha, pero no responde.</translation>
    </message>
    <message>
        <source>Starling runs already, without a window: end it first, or control it with a client for Transmission.</source>
        <translation>Starling ya está en marcha, sin ventana: ciérralo antes o contrólalo con un cliente para Transmission.</translation>
    </message>
    <message>
        <source>The Starling that is running does not understand this one.</source>
        <translation>El Starling que está en marcha no entiende a este.</translation>
    </message>
</context>
<context>
    <name>InterfacesEditor</name>
    <message>
        <source>Another name or address</source>
        <translation>Otro nombre o dirección</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>sin dirección</translation>
    </message>
    <message>
        <source>{name}: {addresses}</source>
        <translation>{name}: {addresses}</translation>
    </message>
    <message>
        <source>{address}, on {name}</source>
        <translation>{address}, en {name}</translation>
    </message>
    <message>
        <source>{name}: not there now</source>
        <translation>{name}: ahora no está</translation>
    </message>
</context>
<context>
    <name>IpFilterDialog</name>
    <message>
        <source>IP filter</source>
        <translation>Filtro de IP</translation>
    </message>
    <message>
        <source>&amp;Keep out the peers of this list</source>
        <translation>&amp;Dejar fuera a los pares de esta lista</translation>
    </message>
    <message>
        <source>ipfilter.dat, a list of PeerGuardian, or one range or network a line</source>
        <translation>ipfilter.dat, una lista de PeerGuardian, o un rango o una red por línea</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>such as 192.0.2.1 or 2001:db8::1</source>
        <translation>como 192.0.2.1 o 2001:db8::1</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Lines that could not be read</source>
        <translation>Líneas que no se pudieron leer</translation>
    </message>
    <message>
        <source>&amp;Banned peers…</source>
        <translation>Pares &amp;vetados…</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Leer otra vez</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Lists of addresses ({patterns})</source>
        <translation>Listas de direcciones ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>No list is chosen: nobody is kept out.</source>
        <translation>No se ha elegido ninguna lista: no se deja fuera a nadie.</translation>
    </message>
    <message>
        <source>They are those of {path}.</source>
        <translation>Son los de {path}.</translation>
    </message>
    <message>
        <source>Read {age}; the file is of {date}.</source>
        <translation>Leído {age}; el archivo es del {date}.</translation>
    </message>
    <message>
        <source>Read {age}.</source>
        <translation>Leído {age}.</translation>
    </message>
    <message numerus="yes">
        <source>%n ranges are allowed by the list itself.</source>
        <translation>
            <numerusform>La propia lista permite %Ln rango.</numerusform>
            <numerusform>La propia lista permite %Ln rangos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is being read.</source>
        <translation>Leyendo la lista.</translation>
    </message>
    <message numerus="yes">
        <source>Since the start %n peers were kept out, {times} in all.</source>
        <translation>
            <numerusform>Desde el inicio se dejó fuera a %Ln par, {times} en total.</numerusform>
            <numerusform>Desde el inicio se dejó fuera a %Ln pares, {times} en total.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%Ln vez</numerusform>
            <numerusform>%Ln veces</numerusform>
        </translation>
    </message>
    <message>
        <source>That is no address.</source>
        <translation>Eso no es una dirección.</translation>
    </message>
    <message>
        <source>Line {number}: {text}</source>
        <translation>Línea {number}: {text}</translation>
    </message>
    <message>
        <source>{address} is let in.</source>
        <translation>{address} puede entrar.</translation>
    </message>
    <message>
        <source>{address} was kicked, and is kept out for some minutes.</source>
        <translation>{address} fue echado y queda fuera unos minutos.</translation>
    </message>
    <message>
        <source>{address} is kept out: you banned {by}.</source>
        <translation>{address} queda fuera: has vetado {by}.</translation>
    </message>
    <message>
        <source>{address} is kept out by the list: {by}.</source>
        <translation>{address} queda fuera por la lista: {by}.</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Cómo se sabe</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>No antes de</translation>
    </message>
</context>
<context>
    <name>JournalCommands</name>
    <message>
        <source>&amp;Journal…</source>
        <translation>&amp;Diario…</translation>
    </message>
    <message>
        <source>What happened between the peer and us, step by step</source>
        <translation>Qué pasó entre el par y nosotros, paso a paso</translation>
    </message>
</context>
<context>
    <name>JournalWindow</name>
    <message>
        <source>Journal</source>
        <translation>Diario</translation>
    </message>
    <message>
        <source>Find steps</source>
        <translation>Buscar pasos</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Co&amp;piar</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Journal of {peer} – {torrent}</source>
        <translation>Diario de {peer} – {torrent}</translation>
    </message>
    <message>
        <source>libtorrent tells of beginning and end; the steps between are found by looking, and “≤” means by then.</source>
        <translation>libtorrent cuenta el comienzo y el final; los pasos intermedios se ven al mirar, y «≤» significa que para entonces ya había pasado.</translation>
    </message>
    <message>
        <source>Nothing is kept of it: it was connected before this program listened, or long ago.</source>
        <translation>No se conserva nada de él: se conectó antes de que este programa escuchara, o hace mucho.</translation>
    </message>
    <message>
        <source>No step matches.</source>
        <translation>Ningún paso coincide.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
<context>
    <name>Journals</name>
    <message numerus="yes">
        <source>Journal of %n peers – {torrent}</source>
        <translation>
            <numerusform>Diario de %Ln par – {torrent}</numerusform>
            <numerusform>Diario de %Ln pares – {torrent}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps in between are not kept.</source>
        <translation>
            <numerusform>%Ln paso intermedio no se conserva.</numerusform>
            <numerusform>%Ln pasos intermedios no se conservan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabelColours</name>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliva</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Verde azulado</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Púrpura</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Marrón</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
</context>
<context>
    <name>LabelCommands</name>
    <message>
        <source>{count} of {all}</source>
        <translation>{count} de {all}</translation>
    </message>
    <message>
        <source>&amp;New label…</source>
        <translation>&amp;Nueva etiqueta…</translation>
    </message>
    <message>
        <source>&amp;Remove all labels</source>
        <translation>&amp;Quitar todas las etiquetas</translation>
    </message>
    <message>
        <source>“{name}” has the label “{label}” now, whose folder is {folder}.</source>
        <translation>«{name}» tiene ahora la etiqueta «{label}», cuya carpeta es {folder}.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have the label “{label}” now, whose folder is {folder}.</source>
        <translation>
            <numerusform>%Ln torrent tiene ahora la etiqueta «{label}», cuya carpeta es {folder}.</numerusform>
            <numerusform>%Ln torrents tienen ahora la etiqueta «{label}», cuya carpeta es {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Move there</source>
        <translation>&amp;Mover allí</translation>
    </message>
    <message>
        <source>The label “{label}” is removed.</source>
        <translation>Se quitó la etiqueta «{label}».</translation>
    </message>
    <message numerus="yes">
        <source>The label “{label}” is removed, also from %n torrents.</source>
        <translation>
            <numerusform>Se quitó la etiqueta «{label}», también de %Ln torrent.</numerusform>
            <numerusform>Se quitó la etiqueta «{label}», también de %Ln torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>&amp;Define…</source>
        <translation>&amp;Definir…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Apply the rules…</source>
        <translation>&amp;Aplicar las reglas…</translation>
    </message>
    <message>
        <source>&amp;All labels…</source>
        <translation>&amp;Todas las etiquetas…</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>New label</source>
        <translation>Nueva etiqueta</translation>
    </message>
    <message>
        <source>Edit label</source>
        <translation>Editar etiqueta</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Como siempre</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Offer to move torrents t&amp;here that get the label later</source>
        <translation>Ofrecer mo&amp;ver allí los torrents que reciban la etiqueta después</translation>
    </message>
    <message>
        <source>example.org, with all below it, or *.example.*</source>
        <translation>example.org, con todo lo que cuelga de él, o *.example.*</translation>
    </message>
    <message>
        <source>Words that all stand in the name, or *.iso</source>
        <translation>Palabras que estén todas en el nombre, o *.iso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>There is a label “{name}” already.</source>
        <translation>Ya hay una etiqueta «{name}».</translation>
    </message>
    <message>
        <source>New torrents with this label are saved there.</source>
        <translation>Los torrents nuevos con esta etiqueta se guardan allí.</translation>
    </message>
    <message>
        <source>&amp;Upload limit</source>
        <translation>Límite de &amp;subida</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Límite de subida</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>Car&amp;peta</translation>
    </message>
    <message>
        <source>&amp;Download limit</source>
        <translation>Límite de &amp;descarga</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>Compar&amp;tir</translation>
    </message>
    <message>
        <source>Given by &amp;tracker</source>
        <translation>Según el &amp;rastreador</translation>
    </message>
    <message>
        <source>Given by na&amp;me</source>
        <translation>Según el no&amp;mbre</translation>
    </message>
    <message>
        <source>One a line. Torrents that are added get the label if one of them holds.</source>
        <translation>Una por línea. Los torrents que se añadan reciben la etiqueta si se cumple alguna.</translation>
    </message>
    <message>
        <source>Where torrents with this label are saved</source>
        <translation>Dónde se guardan los torrents con esta etiqueta</translation>
    </message>
</context>
<context>
    <name>LabelDrop</name>
    <message numerus="yes">
        <source>Take all labels from %n torrents</source>
        <translation>
            <numerusform>Quitar todas las etiquetas a %Ln torrent</numerusform>
            <numerusform>Quitar todas las etiquetas a %Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give “{label}” to %n torrents</source>
        <translation>
            <numerusform>Poner «{label}» a %Ln torrent</numerusform>
            <numerusform>Poner «{label}» a %Ln torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabellingDialog</name>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message numerus="yes">
        <source>Labels of %n torrents</source>
        <translation>
            <numerusform>Etiquetas de %Ln torrent</numerusform>
            <numerusform>Etiquetas de %Ln torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels of “{name}”</source>
        <translation>Etiquetas de «{name}»</translation>
    </message>
    <message>
        <source>Find a label, or type a new one and press Enter</source>
        <translation>Busca una etiqueta o escribe otra e Intro</translation>
    </message>
    <message>
        <source>Find or make a label</source>
        <translation>Buscar o crear una etiqueta</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;Aceptar</translation>
    </message>
    <message>
        <source>There are no labels yet.</source>
        <translation>Aún no hay etiquetas.</translation>
    </message>
    <message>
        <source>There is no such label yet: Enter makes it.</source>
        <translation>Aún no existe esa etiqueta: Intro la crea.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>A label needs a name.</source>
        <translation>Una etiqueta necesita un nombre.</translation>
    </message>
    <message>
        <source>The name of a label has at most {count} characters.</source>
        <translation>El nombre de una etiqueta tiene como mucho {count} caracteres.</translation>
    </message>
    <message>
        <source>The name of a label can&apos;t hold characters that can&apos;t be seen.</source>
        <translation>El nombre de una etiqueta no admite caracteres invisibles.</translation>
    </message>
    <message>
        <source>Commas separate labels, so there can be none in a name.</source>
        <translation>Las comas separan las etiquetas: un nombre no puede llevarlas.</translation>
    </message>
    <message>
        <source>A rule that holds for every torrent is none: say what to look for.</source>
        <translation>Una regla que vale para todo torrent no sirve: di qué buscar.</translation>
    </message>
    <message>
        <source>“{pattern}” is too long for a rule.</source>
        <translation>«{pattern}» es demasiado largo para una regla.</translation>
    </message>
    <message>
        <source>“{pattern}” is no name of a tracker&apos;s host.</source>
        <translation>«{pattern}» no es el nombre de host de un rastreador.</translation>
    </message>
    <message>
        <source>Labels must be a list.</source>
        <translation>Las etiquetas deben ser una lista.</translation>
    </message>
    <message>
        <source>There are two labels named “{name}”.</source>
        <translation>Hay dos etiquetas llamadas «{name}».</translation>
    </message>
    <message>
        <source>its colour must be written as #rrggbb</source>
        <translation>su color debe escribirse como #rrggbb</translation>
    </message>
    <message>
        <source>its folder must be named in full, from the root on</source>
        <translation>su carpeta debe darse entera, desde la raíz</translation>
    </message>
    <message>
        <source>its limits must be bytes per second</source>
        <translation>sus límites deben ser bytes por segundo</translation>
    </message>
    <message>
        <source>Each label needs a name.</source>
        <translation>Cada etiqueta necesita un nombre.</translation>
    </message>
    <message>
        <source>{field} is not understood</source>
        <translation>no se entiende {field}</translation>
    </message>
    <message>
        <source>The label “{name}” can&apos;t be used: {reason}.</source>
        <translation>No se puede usar la etiqueta «{name}»: {reason}.</translation>
    </message>
</context>
<context>
    <name>LabelsEditor</name>
    <message>
        <source>New…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Apply the rules to all torrents…</source>
        <translation>Aplicar las reglas a todos los torrents…</translation>
    </message>
    <message>
        <source>not defined: torrents have it</source>
        <translation>sin definir: la tienen torrents</translation>
    </message>
    <message>
        <source>down {rate}</source>
        <translation>bajada {rate}</translation>
    </message>
    <message>
        <source>up {rate}</source>
        <translation>subida {rate}</translation>
    </message>
    <message>
        <source>seeds for ever</source>
        <translation>comparte para siempre</translation>
    </message>
    <message>
        <source>a seeding goal</source>
        <translation>con objetivo de compartir</translation>
    </message>
    <message numerus="yes">
        <source>%n rules</source>
        <translation>
            <numerusform>%Ln regla</numerusform>
            <numerusform>%Ln reglas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LastCopyDialog</name>
    <message>
        <source>Rare because of you</source>
        <translation>Raras por ti</translation>
    </message>
    <message>
        <source>Pause the last copy of “{name}”?</source>
        <translation>¿Pausar la última copia de «{name}»?</translation>
    </message>
    <message>
        <source>Remove the last copy of “{name}”?</source>
        <translation>¿Quitar la última copia de «{name}»?</translation>
    </message>
    <message numerus="yes">
        <source>Pause the last copies of %n torrents?</source>
        <translation>
            <numerusform>¿Pausar la última copia de %Ln torrent?</numerusform>
            <numerusform>¿Pausar las últimas copias de %Ln torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the last copies of %n torrents?</source>
        <translation>
            <numerusform>¿Quitar la última copia de %Ln torrent?</numerusform>
            <numerusform>¿Quitar las últimas copias de %Ln torrents?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Ask before the last copy is stopped</source>
        <translation>Pre&amp;guntar antes de detener la última copia</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>LastingNotices</name>
    <message>
        <source>End it</source>
        <translation>Detenerlo</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>Bandwidth limits</source>
        <translation>Límites de velocidad</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents, each of which may be that fast</source>
        <translation>
            <numerusform>%Ln torrent, que puede tener esa velocidad</numerusform>
            <numerusform>%Ln torrents, cada uno con esa velocidad</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Descarga</translation>
    </message>
    <message>
        <source>&amp;Upload</source>
        <translation>&amp;Subida</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Conexiones</translation>
    </message>
    <message>
        <source>Upload &amp;slots</source>
        <translation>&amp;Huecos de subida</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>C&amp;ancelar</translation>
    </message>
    <message>
        <source>Set the &amp;limits</source>
        <translation>&amp;Fijar los límites</translation>
    </message>
    <message>
        <source>The limits of these labels hold too, for all their torrents together: {names}.</source>
        <translation>Valen además los límites de estas etiquetas, para todos sus torrents juntos: {names}.</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Open link</source>
        <translation>Abrir enlace</translation>
    </message>
    <message>
        <source>&amp;Magnet links, info-hashes or addresses of .torrent files, one per line</source>
        <translation>Enlaces &amp;magnet, info-hashes o direcciones de archivos .torrent, uno por línea</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message numerus="yes">
        <source>%n links</source>
        <translation>
            <numerusform>%Ln enlace</numerusform>
            <numerusform>%Ln enlaces</numerusform>
        </translation>
    </message>
    <message>
        <source>“{line}” is a file, not a link.</source>
        <translation>«{line}» es un archivo, no un enlace.</translation>
    </message>
    <message>
        <source>“{line}” has no info-hash: a magnet link holds xt=urn:btih: or xt=urn:btmh:.</source>
        <translation>«{line}» no tiene info-hash: un enlace magnet contiene xt=urn:btih: o xt=urn:btmh:.</translation>
    </message>
    <message>
        <source>“{line}” names no server.</source>
        <translation>«{line}» no nombra ningún servidor.</translation>
    </message>
    <message>
        <source>Line {number}, “{line}”, is no magnet link, info-hash or web address.</source>
        <translation>La línea {number}, «{line}», no es un enlace magnet, un info-hash ni una dirección web.</translation>
    </message>
    <message>
        <source>“{line}” is no magnet link, info-hash or web address.</source>
        <translation>«{line}» no es un enlace magnet, un info-hash ni una dirección web.</translation>
    </message>
</context>
<context>
    <name>ListFilter</name>
    <message>
        <source>The names of the files inside are still being read.</source>
        <translation>Aún se están leyendo los nombres de los archivos de dentro.</translation>
    </message>
    <message>
        <source>“{name}” finds nothing: {problem}</source>
        <translation>«{name}» no encuentra nada: {problem}</translation>
    </message>
    <message>
        <source>No torrent holds a file that matches {text}.</source>
        <translation>Ningún torrent contiene un archivo que cumpla {text}.</translation>
    </message>
    <message>
        <source>No torrent matches {text}.</source>
        <translation>Ningún torrent cumple {text}.</translation>
    </message>
    <message>
        <source>No torrent here now.</source>
        <translation>Ahora no hay ningún torrent aquí.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Added, to be saved in {path}.</source>
        <translation>Añadido, para guardar en {path}.</translation>
    </message>
    <message>
        <source>The download is finished.</source>
        <translation>La descarga ha terminado.</translation>
    </message>
    <message>
        <source>Its details have come from peers.</source>
        <translation>Sus metadatos han llegado de los pares.</translation>
    </message>
    <message>
        <source>Its data have been checked.</source>
        <translation>Se han comprobado sus datos.</translation>
    </message>
    <message>
        <source>Its data are in {path} now.</source>
        <translation>Sus datos están ahora en {path}.</translation>
    </message>
    <message>
        <source>Its data could not be moved: {reason}</source>
        <translation>No se pudieron mover sus datos: {reason}</translation>
    </message>
    <message>
        <source>Piece {number} was wrong, and is downloaded again.</source>
        <translation>La pieza {number} estaba mal y se descarga otra vez.</translation>
    </message>
    <message>
        <source>{tracker} warns: {message}</source>
        <translation>{tracker} advierte: {message}</translation>
    </message>
    <message>
        <source>{tracker} failed. {reason}.</source>
        <translation>{tracker} falló. {reason}.</translation>
    </message>
    <message>
        <source>A file could not be renamed: {reason}</source>
        <translation>No se pudo cambiar el nombre de un archivo: {reason}</translation>
    </message>
    <message>
        <source>“{old}” is called “{new}” now.</source>
        <translation>«{old}» se llama ahora «{new}».</translation>
    </message>
    <message>
        <source>The web seed {url} failed. {reason}.</source>
        <translation>La semilla web {url} falló. {reason}.</translation>
    </message>
    <message>
        <source>{address} was banned: it sent wrong data.</source>
        <translation>{address} quedó vetado: envió datos erróneos.</translation>
    </message>
    <message>
        <source>Listening at {address}, port {port} ({kind}).</source>
        <translation>A la escucha en {address}, puerto {port} ({kind}).</translation>
    </message>
    <message>
        <source>Can&apos;t listen at {address}, port {port}: {reason}</source>
        <translation>No se puede escuchar en {address}, puerto {port}: {reason}</translation>
    </message>
    <message>
        <source>The router lets port {port} through ({how}).</source>
        <translation>El router deja pasar el puerto {port} ({how}).</translation>
    </message>
    <message>
        <source>The router was asked for the port in vain ({how}): {reason}</source>
        <translation>Se pidió el puerto al router en vano ({how}): {reason}</translation>
    </message>
    <message>
        <source>Others see us at {address}.</source>
        <translation>Otros nos ven en {address}.</translation>
    </message>
    <message>
        <source>The proxy failed: {reason}</source>
        <translation>El proxy falló: {reason}</translation>
    </message>
    <message>
        <source>The DHT is ready.</source>
        <translation>La DHT está lista.</translation>
    </message>
    <message>
        <source>The disk takes data more slowly than peers send them: downloads are held back.</source>
        <translation>El disco recibe los datos más despacio de lo que los envían los pares: frena las descargas.</translation>
    </message>
    <message>
        <source>As many blocks as are allowed have been asked of a peer: it could send faster.</source>
        <translation>Se han pedido a un par tantos bloques como se permite: podría enviar más rápido.</translation>
    </message>
    <message>
        <source>The upload limit is so low that it holds back downloads: nothing is left to ask with.</source>
        <translation>El límite de subida es tan bajo que frena las descargas: no queda con qué pedir.</translation>
    </message>
    <message>
        <source>The download limit is so low that it holds back uploads: peers&apos; wishes come late.</source>
        <translation>El límite de descarga es tan bajo que frena las subidas: las peticiones de los pares llegan tarde.</translation>
    </message>
    <message>
        <source>The send buffer is too small for the rate at which a peer takes data.</source>
        <translation>El búfer de envío es pequeño para la velocidad a la que recibe un par.</translation>
    </message>
    <message>
        <source>More upload slots than necessary are given to peers on trial.</source>
        <translation>Se dan a pares a prueba más huecos de subida de los necesarios.</translation>
    </message>
    <message>
        <source>The disk&apos;s queue is too long for the disk cache.</source>
        <translation>La cola del disco es demasiado larga para la caché de disco.</translation>
    </message>
    <message>
        <source>There are too few ports for outgoing connections.</source>
        <translation>Hay pocos puertos para conexiones salientes.</translation>
    </message>
    <message>
        <source>The system lets the program open too few files: fewer connections are made.</source>
        <translation>El sistema deja abrir pocos archivos al programa: se hacen menos conexiones.</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>Torrents</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Rastreadores</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatización</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Control remoto</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>The log can&apos;t be written to {path}: {reason}.</source>
        <translation>No se puede escribir el registro en {path}: {reason}.</translation>
    </message>
    <message>
        <source>Starling {version} has started.</source>
        <translation>Starling {version} se ha iniciado.</translation>
    </message>
    <message>
        <source>The setting “{label}” was changed.</source>
        <translation>Se cambió el ajuste «{label}».</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation>Información y más graves</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Advertencias y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier hora</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>Últimos 5 minutos</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Última hora</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>What happened to it is no longer in the log.</source>
        <translation>Lo que le pasó ya no está en el registro.</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>Torrent</source>
        <translation>Torrent</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Its data stay in {path}.</source>
        <translation>Sus datos se quedan en {path}.</translation>
    </message>
    <message>
        <source>Its folder is {path} now.</source>
        <translation>Su carpeta es ahora {path}.</translation>
    </message>
    <message>
        <source>It is downloading.</source>
        <translation>Se está descargando.</translation>
    </message>
    <message>
        <source>It is seeding.</source>
        <translation>Se está compartiendo.</translation>
    </message>
    <message>
        <source>It is stalled: nobody sends.</source>
        <translation>Está parado: nadie envía.</translation>
    </message>
    <message>
        <source>It is looking for its details.</source>
        <translation>Está buscando sus metadatos.</translation>
    </message>
    <message>
        <source>Its data are being checked.</source>
        <translation>Se están comprobando sus datos.</translation>
    </message>
    <message>
        <source>Its data are being moved.</source>
        <translation>Se están moviendo sus datos.</translation>
    </message>
    <message>
        <source>Its data are being moved to {folder}.</source>
        <translation>Se están moviendo sus datos a {folder}.</translation>
    </message>
    <message>
        <source>It waits, as the schedule says.</source>
        <translation>Espera, como dice el horario.</translation>
    </message>
    <message>
        <source>It waits in the queue.</source>
        <translation>Espera en la cola.</translation>
    </message>
    <message>
        <source>It is paused.</source>
        <translation>Está en pausa.</translation>
    </message>
    <message>
        <source>It is finished.</source>
        <translation>Está terminado.</translation>
    </message>
    <message>
        <source>Looking up {host}, a UDP tracker.</source>
        <translation>Buscando {host}, un rastreador UDP.</translation>
    </message>
    <message>
        <source>Looking up {host}, a web seed.</source>
        <translation>Buscando {host}, una semilla web.</translation>
    </message>
    <message>
        <source>{host} is at {address}.</source>
        <translation>{host} está en {address}.</translation>
    </message>
    <message>
        <source>{host} was not found: {reason}</source>
        <translation>No se encontró {host}: {reason}</translation>
    </message>
    <message>
        <source>The name of a UDP tracker was found: {address}.</source>
        <translation>Se encontró el nombre de un rastreador UDP: {address}.</translation>
    </message>
    <message>
        <source>From here on every step is told while its log is open. Names that are looked up are those of UDP trackers and web seeds: of others libtorrent does not tell.</source>
        <translation>Desde aquí se cuenta cada paso mientras su registro esté abierto. De los nombres buscados, libtorrent solo dice los de rastreadores UDP y semillas web.</translation>
    </message>
    <message>
        <source>{tracker} failed again. {reason}.</source>
        <translation>{tracker} volvió a fallar. {reason}.</translation>
    </message>
    <message>
        <source>{tracker} failed again, after {time}. {reason}.</source>
        <translation>{tracker} volvió a fallar, tras {time}. {reason}.</translation>
    </message>
    <message>
        <source>{tracker} is asked for peers, from {address}.</source>
        <translation>Se piden pares a {tracker}, desde {address}.</translation>
    </message>
    <message>
        <source>{tracker} is asked for peers, from {address}: “{event}”.</source>
        <translation>Se piden pares a {tracker}, desde {address}: «{event}».</translation>
    </message>
    <message>
        <source>{peer} and we have shaken hands: {what}.</source>
        <translation>{peer} y nosotros nos hemos saludado: {what}.</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>encrypted (RC4)</source>
        <translation>cifrado (RC4)</translation>
    </message>
    <message>
        <source>only the handshake encrypted</source>
        <translation>solo el saludo cifrado</translation>
    </message>
    <message>
        <source>The connection with {peer} is over. {reason}</source>
        <translation>La conexión con {peer} ha acabado. {reason}</translation>
    </message>
    <message>
        <source>{peer} snubs us: it lets us ask, and has long sent nothing.</source>
        <translation>{peer} es moroso: nos deja pedir y lleva mucho sin enviar nada.</translation>
    </message>
    <message>
        <source>{peer} sends again what it is asked for.</source>
        <translation>{peer} vuelve a enviar lo que se le pide.</translation>
    </message>
    <message>
        <source>Piece {number} is complete.</source>
        <translation>La pieza {number} está completa.</translation>
    </message>
    <message>
        <source>Piece {number} is complete; blocks from {peers}.</source>
        <translation>La pieza {number} está completa; bloques de {peers}.</translation>
    </message>
    <message>
        <source>Piece {number} is complete; blocks from {peers} and others.</source>
        <translation>La pieza {number} está completa; bloques de {peers} y otros.</translation>
    </message>
    <message>
        <source>The blocks of piece {number}, which was wrong, came from {peers}.</source>
        <translation>Los bloques de la pieza {number}, que estaba mal, llegaron de {peers}.</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>We choke {peer}: it gets nothing for now.</source>
        <translation>Ahogamos a {peer}: por ahora no recibe nada.</translation>
    </message>
    <message>
        <source>We unchoke {peer}: it may ask for blocks.</source>
        <translation>Ya no ahogamos a {peer}: puede pedir bloques.</translation>
    </message>
    <message>
        <source>We are interested in pieces of {peer}.</source>
        <translation>Nos interesan piezas de {peer}.</translation>
    </message>
    <message>
        <source>We want nothing of {peer} any more.</source>
        <translation>Ya no queremos nada de {peer}.</translation>
    </message>
    <message>
        <source>{peer} chokes us: it gives nothing for now.</source>
        <translation>{peer} nos ahoga: por ahora no da nada.</translation>
    </message>
    <message>
        <source>{peer} unchokes us: we may ask for blocks.</source>
        <translation>{peer} ya no nos ahoga: podemos pedir bloques.</translation>
    </message>
    <message>
        <source>{peer} is interested in our pieces.</source>
        <translation>A {peer} le interesan nuestras piezas.</translation>
    </message>
    <message>
        <source>{peer} wants nothing of us any more.</source>
        <translation>{peer} ya no quiere nada nuestro.</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Peer’s address</source>
        <translation>IP del par</translation>
    </message>
    <message>
        <source>Only what is about the peer with this address</source>
        <translation>Solo lo que trata del par con esta dirección</translation>
    </message>
    <message>
        <source>Search sentences</source>
        <translation>Buscar frases</translation>
    </message>
    <message>
        <source>Search the log of the torrent</source>
        <translation>Buscar en el registro del torrent</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Only this &amp;peer</source>
        <translation>Solo este &amp;par</translation>
    </message>
    <message>
        <source>Wire &amp;log of this peer…</source>
        <translation>Registro de &amp;mensajes de este par…</translation>
    </message>
    <message>
        <source>Show in the &amp;window of the log</source>
        <translation>Mostrar en la &amp;ventana del registro</translation>
    </message>
    <message>
        <source>Nothing has happened to it since Starling was started.</source>
        <translation>No le ha pasado nada desde que se inició Starling.</translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Ninguna entrada coincide.</translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Only “{name}”</source>
        <translation>Solo «{name}»</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Todas las áreas</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Mostrar todo otra vez</translation>
    </message>
    <message>
        <source>Search sentences and names</source>
        <translation>Buscar frases y nombres</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Write &amp;details too</source>
        <translation>Anotar también los &amp;detalles</translation>
    </message>
    <message>
        <source>For finding out why something goes wrong: there are many of them</source>
        <translation>Para averiguar por qué algo va mal: son muchos</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vaciar</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Co&amp;piar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>As &amp;text…</source>
        <translation>Como &amp;texto…</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>Como &amp;CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%Ln entrada</numerusform>
            <numerusform>%Ln entradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n entries</source>
        <translation>
            <numerusform>{shown} de %Ln entrada</numerusform>
            <numerusform>{shown} de %Ln entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>No entry matches.</source>
        <translation>Ninguna entrada coincide.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Aún no ha pasado nada.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Show in the list of torrents</source>
        <translation>&amp;Mostrar en la lista de torrents</translation>
    </message>
    <message>
        <source>&amp;Only of this torrent</source>
        <translation>&amp;Solo de este torrent</translation>
    </message>
    <message>
        <source>Export the log</source>
        <translation>Exportar el registro</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Textos (*.txt)</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>No se pudo escribir {file}: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were exported to {file}.</source>
        <translation>
            <numerusform>Se exportó %Ln entrada a {file}.</numerusform>
            <numerusform>Se exportaron %Ln entradas a {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Magnets</name>
    <message>
        <source>On the way to the metadata</source>
        <translation>Camino de los metadatos</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Rastreadores</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>sin preguntar</translation>
    </message>
    <message>
        <source>{asked} nodes asked, {answers} named peers</source>
        <translation>{asked} nodos preguntados, {answers} dieron pares</translation>
    </message>
    <message numerus="yes">
        <source>It knows %n nodes.</source>
        <translation>
            <numerusform>Conoce %Ln nodo.</numerusform>
            <numerusform>Conoce %Ln nodos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted since this card is shown: a search lasts some seconds, and comes again every quarter of an hour.</source>
        <translation>Contado desde que se muestra esta tarjeta: una búsqueda dura unos segundos y se repite cada cuarto de hora.</translation>
    </message>
    <message>
        <source>Addresses known</source>
        <translation>Direcciones conocidas</translation>
    </message>
    <message>
        <source>Did not answer</source>
        <translation>No respondieron</translation>
    </message>
    <message>
        <source>{connected}, {connecting} on the way</source>
        <translation>{connected}, {connecting} en camino</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectados</translation>
    </message>
    <message>
        <source>{sent} sent, {came} came</source>
        <translation>{sent} enviados, {came} recibidos</translation>
    </message>
    <message>
        <source>Messages about metadata</source>
        <translation>Mensajes de metadatos</translation>
    </message>
    <message>
        <source>Requests, answers and refusals since this card is shown. They are counted for all torrents together.</source>
        <translation>Peticiones, respuestas y negativas desde que se muestra esta tarjeta. Se cuentan de todos los torrents juntos.</translation>
    </message>
    <message>
        <source>Came with a wrong hash</source>
        <translation>Llegaron con otro hash</translation>
    </message>
    <message>
        <source>What came was not what the link names. It is asked for again.</source>
        <translation>Lo que llegó no era lo que nombra el enlace. Se pide otra vez.</translation>
    </message>
    <message>
        <source>Metadata come by an extension (BEP 9): only who speaks that protocol (BEP 10) can give them.</source>
        <translation>Los metadatos llegan por una extensión (BEP 9): solo quien habla ese protocolo (BEP 10) puede darlos.</translation>
    </message>
    <message>
        <source>Speak the extension protocol</source>
        <translation>Hablan el protocolo de extensiones</translation>
    </message>
    <message numerus="yes">
        <source>%n peers may have the metadata, and are asked for them: an answer is waited for.</source>
        <translation>
            <numerusform>Puede que %Ln par tenga los metadatos; se le piden y se espera su respuesta.</numerusform>
            <numerusform>Puede que %Ln pares tengan los metadatos; se les piden y se espera su respuesta.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody who is connected can give the metadata: others are waited for.</source>
        <translation>Ningún par conectado puede dar los metadatos: se espera a otros.</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are being called, and have not answered yet.</source>
        <translation>
            <numerusform>Se está llamando a %Ln par, que aún no ha respondido.</numerusform>
            <numerusform>Se está llamando a %Ln pares, que aún no han respondido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses are known, and nobody is connected: they are called again.</source>
        <translation>
            <numerusform>Se conoce %Ln dirección y no hay nadie conectado: se le vuelve a llamar.</numerusform>
            <numerusform>Se conocen %Ln direcciones y no hay nadie conectado: se les vuelve a llamar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was found yet: trackers and the DHT are asked again and again.</source>
        <translation>Aún no se ha encontrado a nadie: se pregunta una y otra vez a los rastreadores y la DHT.</translation>
    </message>
    <message>
        <source>There is nobody to ask for peers: neither a tracker nor the DHT answers.</source>
        <translation>No hay a quién pedir pares: no responden ni rastreadores ni la DHT.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>{working} of {all} answer</source>
        <translation>responden {working} de {all}</translation>
    </message>
    <message>
        <source>{text}, {failing} fail</source>
        <translation>{text}, fallan {failing}</translation>
    </message>
    <message>
        <source>called us</source>
        <translation>nos llamaron</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>de otro modo</translation>
    </message>
    <message>
        <source>How they were found – {parts}</source>
        <translation>Cómo se encontraron – {parts}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Torrents</source>
        <translation>Torrents</translation>
    </message>
    <message>
        <source>&amp;Show the {title} tab</source>
        <translation>&amp;Mostrar la pestaña {title}</translation>
    </message>
</context>
<context>
    <name>MissingBar</name>
    <message>
        <source>Sho&amp;w the files</source>
        <translation>&amp;Mostrar los archivos</translation>
    </message>
    <message>
        <source>Ask trackers &amp;now</source>
        <translation>Pedir pares a&amp;hora</translation>
    </message>
</context>
<context>
    <name>MissingDeeds</name>
    <message>
        <source>By now nobody is connected: who would have what is not known.</source>
        <translation>Ya no hay nadie conectado: no se sabe quién tendría qué.</translation>
    </message>
    <message>
        <source>By now every wanted piece is to be had.</source>
        <translation>Ya hay de dónde obtener todas las piezas que quieres.</translation>
    </message>
    <message>
        <source>There is no file that can be finished without those pieces.</source>
        <translation>No hay ningún archivo que se pueda completar sin esas piezas.</translation>
    </message>
    <message>
        <source>Peers were asked for once more.</source>
        <translation>Se han vuelto a pedir pares.</translation>
    </message>
    <message>
        <source>More peers were asked for.</source>
        <translation>Se han pedido más pares.</translation>
    </message>
    <message numerus="yes">
        <source>%n trackers allow that only later, from {time} on, and are asked then.</source>
        <translation>
            <numerusform>%Ln rastreador solo lo permite desde {time}; se le preguntará entonces.</numerusform>
            <numerusform>%Ln rastreadores solo lo permiten desde {time}; se les preguntará entonces.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>the torrent&apos;s own name</source>
        <translation>el nombre propio del torrent</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>In the list only: nothing on disk changes. Leave it empty to have the torrent&apos;s own name.</source>
        <translation>Solo en la lista: en el disco no cambia nada. Déjalo vacío para usar el nombre propio del torrent.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Ca&amp;mbiar</translation>
    </message>
</context>
<context>
    <name>NoMatch</name>
    <message>
        <source>&amp;Clear filter</source>
        <translation>&amp;Quitar el filtro</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Search the file names inside: %n torrents</source>
        <translation>
            <numerusform>&amp;Buscar en los nombres de archivo: %Ln torrent</numerusform>
            <numerusform>&amp;Buscar en los nombres de archivo: %Ln torrents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%Ln vez</numerusform>
            <numerusform>%Ln veces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close all</source>
        <translation>Cerrar todos</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avisos</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationsLine</name>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Try it: show a notification</source>
        <translation>Probar: mostrar una notificación</translation>
    </message>
    <message>
        <source>What shows notifications is being asked…</source>
        <translation>Preguntando al servicio de notificaciones…</translation>
    </message>
    <message>
        <source>They are shown by {program}.</source>
        <translation>Las muestra {program}.</translation>
    </message>
    <message>
        <source>{program} has been asked to show one.</source>
        <translation>Se ha pedido a {program} que muestre una.</translation>
    </message>
</context>
<context>
    <name>Notify</name>
    <message>
        <source>What shows notifications on this desktop does not answer.</source>
        <translation>El servicio de notificaciones de este escritorio no responde.</translation>
    </message>
    <message>
        <source>The connection to the desktop&apos;s bus was lost.</source>
        <translation>Se perdió la conexión con el bus del escritorio.</translation>
    </message>
    <message>
        <source>The notification service of this desktop gives answers that can&apos;t be understood.</source>
        <translation>El servicio de notificaciones de este escritorio da respuestas sin sentido.</translation>
    </message>
    <message>
        <source>Notifications can&apos;t be shown: the desktop&apos;s bus can&apos;t be reached.</source>
        <translation>No se pueden mostrar notificaciones: no se llega al bus del escritorio.</translation>
    </message>
    <message>
        <source>Notifications can&apos;t be shown: this desktop has no session bus.</source>
        <translation>No se pueden mostrar notificaciones: este escritorio no tiene bus de sesión.</translation>
    </message>
    <message>
        <source>No program of this desktop shows notifications.</source>
        <translation>Ningún programa de este escritorio muestra notificaciones.</translation>
    </message>
    <message>
        <source>What shows notifications on this desktop can&apos;t be started.</source>
        <translation>No se puede iniciar el servicio de notificaciones de este escritorio.</translation>
    </message>
    <message>
        <source>What shows notifications on this desktop refused this one: {reason}</source>
        <translation>El servicio de notificaciones de este escritorio rechazó esta: {reason}</translation>
    </message>
    <message>
        <source>Show in Starling</source>
        <translation>Mostrar en Starling</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
    <message>
        <source>Download finished</source>
        <translation>Descarga terminada</translation>
    </message>
    <message numerus="yes">
        <source>%n downloads finished</source>
        <translation>
            <numerusform>%Ln descarga terminada</numerusform>
            <numerusform>%Ln descargas terminadas</numerusform>
        </translation>
    </message>
    <message>
        <source>All downloads finished</source>
        <translation>Todas las descargas han terminado</translation>
    </message>
    <message>
        <source>Nothing else is being downloaded.</source>
        <translation>No se descarga nada más.</translation>
    </message>
    <message>
        <source>Torrent added</source>
        <translation>Torrent añadido</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents added</source>
        <translation>
            <numerusform>%Ln torrent añadido</numerusform>
            <numerusform>%Ln torrents añadidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Seeding goal reached, torrent removed</source>
        <translation>Objetivo de compartir alcanzado, torrent quitado</translation>
    </message>
    <message>
        <source>Seeding goal reached</source>
        <translation>Objetivo de compartir alcanzado</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents reached their seeding goals and are removed</source>
        <translation>
            <numerusform>%Ln torrent ha alcanzado su objetivo de compartir y se ha quitado</numerusform>
            <numerusform>%Ln torrents han alcanzado sus objetivos de compartir y se han quitado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents reached their seeding goals</source>
        <translation>
            <numerusform>%Ln torrent ha alcanzado su objetivo de compartir</numerusform>
            <numerusform>%Ln torrents han alcanzado sus objetivos de compartir</numerusform>
        </translation>
    </message>
    <message>
        <source>A torrent has stopped</source>
        <translation>Un torrent se ha detenido</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have stopped</source>
        <translation>
            <numerusform>%Ln torrent se ha detenido</numerusform>
            <numerusform>%Ln torrents se han detenido</numerusform>
        </translation>
    </message>
    <message>
        <source>A disk is nearly full: downloads wait</source>
        <translation>Un disco está casi lleno: las descargas esperan</translation>
    </message>
    <message>
        <source>A drive is missing: its torrents wait</source>
        <translation>Falta una unidad: sus torrents esperan</translation>
    </message>
    <message>
        <source>Torrents wait for room or a drive</source>
        <translation>Hay torrents a la espera de sitio o de una unidad</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>con cambios</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln encontrado</numerusform>
            <numerusform>%Ln encontrados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Partings</name>
    <message>
        <source>{sentence} ({detail})</source>
        <translation>{sentence} ({detail})</translation>
    </message>
    <message>
        <source>{sentence} The reason it gave: {reason}</source>
        <translation>{sentence} El motivo que dio: {reason}</translation>
    </message>
    <message>
        <source>we</source>
        <translation>nosotros</translation>
    </message>
    <message>
        <source>the peer</source>
        <translation>el par</translation>
    </message>
    <message>
        <source>It did not answer.</source>
        <translation>No respondió.</translation>
    </message>
    <message>
        <source>The connection was refused: no client listens there.</source>
        <translation>Se rechazó la conexión: allí no escucha ningún cliente.</translation>
    </message>
    <message>
        <source>There is no way to its network from here.</source>
        <translation>Desde aquí no hay camino a su red.</translation>
    </message>
    <message>
        <source>The proxy did not connect to it.</source>
        <translation>El proxy no se conectó con él.</translation>
    </message>
    <message>
        <source>This system does not allow the connection.</source>
        <translation>Este sistema no permite la conexión.</translation>
    </message>
    <message>
        <source>No port of ours was free for the connection.</source>
        <translation>No quedaba ningún puerto nuestro libre para la conexión.</translation>
    </message>
    <message>
        <source>It closed the connection.</source>
        <translation>Cerró la conexión.</translation>
    </message>
    <message>
        <source>The connection was cut, by the peer or on the way.</source>
        <translation>La conexión se cortó, en el par o en el camino.</translation>
    </message>
    <message>
        <source>The line went dead: what we sent never arrived.</source>
        <translation>La línea murió: lo que enviamos nunca llegó.</translation>
    </message>
    <message>
        <source>We closed it: the peer had said nothing for too long.</source>
        <translation>La cerramos: el par llevaba demasiado callado.</translation>
    </message>
    <message>
        <source>We closed it: the peer did not finish the handshake in time.</source>
        <translation>La cerramos: el par no acabó el saludo a tiempo.</translation>
    </message>
    <message>
        <source>We closed it: the peer had been let have data, and asked for none in a minute.</source>
        <translation>La cerramos: el par podía pedir datos y no pidió ninguno en un minuto.</translation>
    </message>
    <message>
        <source>We closed it: neither had wanted anything for long, and we have nearly as many peers as we may.</source>
        <translation>La cerramos: hacía mucho que nadie quería nada del otro, y tenemos casi todos los pares que podemos.</translation>
    </message>
    <message>
        <source>We closed it: neither side wants data from the other.</source>
        <translation>La cerramos: ninguna parte quiere datos de la otra.</translation>
    </message>
    <message>
        <source>We closed it: the peer wants nothing, and has nothing that we want and miss.</source>
        <translation>La cerramos: el par no quiere nada ni tiene nada que queramos y nos falte.</translation>
    </message>
    <message>
        <source>We closed it: we had as many connections as we may.</source>
        <translation>La cerramos: teníamos todas las conexiones que podemos.</translation>
    </message>
    <message>
        <source>We closed it to make room for peers that may be better.</source>
        <translation>La cerramos para dejar sitio a pares quizá mejores.</translation>
    </message>
    <message>
        <source>We closed it: we are connected to this peer already.</source>
        <translation>La cerramos: ya estamos conectados con este par.</translation>
    </message>
    <message>
        <source>It was ourselves.</source>
        <translation>Éramos nosotros mismos.</translation>
    </message>
    <message>
        <source>We closed it: the torrent was paused.</source>
        <translation>La cerramos: el torrent se puso en pausa.</translation>
    </message>
    <message>
        <source>We closed it: the torrent was stopped, for a recheck or a pause.</source>
        <translation>La cerramos: el torrent se detuvo, por una comprobación o una pausa.</translation>
    </message>
    <message>
        <source>We closed it: the torrent was removed.</source>
        <translation>La cerramos: el torrent se quitó.</translation>
    </message>
    <message>
        <source>We closed it: the program ends.</source>
        <translation>La cerramos: el programa se cierra.</translation>
    </message>
    <message>
        <source>We closed it: the torrent was not ready for peers.</source>
        <translation>La cerramos: el torrent no estaba listo para pares.</translation>
    </message>
    <message>
        <source>We closed it: the torrent was opened anew.</source>
        <translation>La cerramos: el torrent se abrió de nuevo.</translation>
    </message>
    <message>
        <source>We closed it: the peer spoke of another torrent.</source>
        <translation>La cerramos: el par hablaba de otro torrent.</translation>
    </message>
    <message>
        <source>We closed it: encryption is required here, and the peer did not use it.</source>
        <translation>La cerramos: aquí se exige cifrado y el par no lo usó.</translation>
    </message>
    <message>
        <source>We closed it: encryption is off here, and the peer asked for it.</source>
        <translation>La cerramos: aquí el cifrado está apagado y el par lo pidió.</translation>
    </message>
    <message>
        <source>We closed it: there is no kind of encryption that both sides allow.</source>
        <translation>La cerramos: no hay ningún cifrado que permitan ambas partes.</translation>
    </message>
    <message>
        <source>We closed it: the encrypted handshake was wrong.</source>
        <translation>La cerramos: el saludo cifrado era erróneo.</translation>
    </message>
    <message>
        <source>Its address is kept out: banned, kicked, or named by the IP filter.</source>
        <translation>Su dirección se deja fuera: vetada, echada o en el filtro de IP.</translation>
    </message>
    <message>
        <source>Its port is kept out.</source>
        <translation>Su puerto se deja fuera.</translation>
    </message>
    <message>
        <source>We do not call it: its port belongs to other services.</source>
        <translation>No lo llamamos: su puerto es de otros servicios.</translation>
    </message>
    <message>
        <source>We do not call it: µTP is switched off.</source>
        <translation>No lo llamamos: µTP está apagado.</translation>
    </message>
    <message>
        <source>We do not call it: TCP is switched off.</source>
        <translation>No lo llamamos: TCP está apagado.</translation>
    </message>
    <message>
        <source>We do not call it: none of the network interfaces in use leads there.</source>
        <translation>No lo llamamos: ninguna de las interfaces de red en uso lleva hasta allí.</translation>
    </message>
    <message>
        <source>We left it alone: a rule of libtorrent forbids the connection.</source>
        <translation>Lo dejamos en paz: una regla de libtorrent prohíbe la conexión.</translation>
    </message>
    <message>
        <source>We closed it: the peer is banned.</source>
        <translation>La cerramos: el par está vetado.</translation>
    </message>
    <message>
        <source>We closed it: too many pieces with blocks from the peer failed their hash check.</source>
        <translation>La cerramos: demasiadas piezas con bloques del par no pasaron la comprobación.</translation>
    </message>
    <message>
        <source>We closed it: the peer kept asking for data while choked.</source>
        <translation>La cerramos: el par seguía pidiendo datos mientras estaba ahogado.</translation>
    </message>
    <message>
        <source>We closed it: a message of the peer was against the protocol.</source>
        <translation>La cerramos: un mensaje del par iba contra el protocolo.</translation>
    </message>
    <message>
        <source>We closed it: the peer named other peers too often.</source>
        <translation>La cerramos: el par nombraba a otros pares demasiado a menudo.</translation>
    </message>
    <message>
        <source>We closed it: the metadata from the peer were wrong.</source>
        <translation>La cerramos: los metadatos del par eran erróneos.</translation>
    </message>
    <message>
        <source>The TLS of a torrent with a certificate failed.</source>
        <translation>Falló el TLS de un torrent con certificado.</translation>
    </message>
    <message>
        <source>There was no memory left for the connection.</source>
        <translation>No quedaba memoria para la conexión.</translation>
    </message>
    <message>
        <source>The system lets the program open too few files and connections.</source>
        <translation>El sistema deja abrir al programa pocos archivos y conexiones.</translation>
    </message>
    <message>
        <source>We closed it: our disk failed.</source>
        <translation>La cerramos: falló nuestro disco.</translation>
    </message>
    <message>
        <source>We gave the connection up.</source>
        <translation>Dejamos la conexión.</translation>
    </message>
    <message>
        <source>The web seed&apos;s server did not give the data.</source>
        <translation>El servidor de la semilla web no dio los datos.</translation>
    </message>
    <message>
        <source>It is not known how it ended.</source>
        <translation>No se sabe cómo acabó.</translation>
    </message>
    <message>
        <source>The connection ended.</source>
        <translation>La conexión acabó.</translation>
    </message>
    <message>
        <source>it is connected to us already.</source>
        <translation>ya está conectado con nosotros.</translation>
    </message>
    <message>
        <source>it has paused or removed the torrent.</source>
        <translation>ha pausado o quitado el torrent.</translation>
    </message>
    <message>
        <source>it has no memory left.</source>
        <translation>no le queda memoria.</translation>
    </message>
    <message>
        <source>it keeps our port out.</source>
        <translation>deja fuera nuestro puerto.</translation>
    </message>
    <message>
        <source>it has banned us, or its filter keeps us out.</source>
        <translation>nos ha vetado, o su filtro nos deja fuera.</translation>
    </message>
    <message>
        <source>neither side wants data from the other.</source>
        <translation>ninguna parte quiere datos de la otra.</translation>
    </message>
    <message>
        <source>we want nothing, and have nothing that it needs.</source>
        <translation>no queremos nada ni tenemos nada que necesite.</translation>
    </message>
    <message>
        <source>we did not answer in time.</source>
        <translation>no respondimos a tiempo.</translation>
    </message>
    <message>
        <source>neither had wanted anything for long.</source>
        <translation>hacía mucho que nadie quería nada del otro.</translation>
    </message>
    <message>
        <source>we had said nothing for too long.</source>
        <translation>llevábamos demasiado callados.</translation>
    </message>
    <message>
        <source>our handshake came too late.</source>
        <translation>nuestro saludo llegó tarde.</translation>
    </message>
    <message>
        <source>we had been let have data, and asked for none.</source>
        <translation>podíamos pedir datos y no pedimos ninguno.</translation>
    </message>
    <message>
        <source>it does not allow our kind of encryption.</source>
        <translation>no permite nuestro tipo de cifrado.</translation>
    </message>
    <message>
        <source>it makes room for peers that may be better.</source>
        <translation>deja sitio a pares quizá mejores.</translation>
    </message>
    <message>
        <source>it has as many connections as it may.</source>
        <translation>tiene todas las conexiones que puede.</translation>
    </message>
    <message>
        <source>its system lets it open too few files and connections.</source>
        <translation>su sistema le deja abrir pocos archivos y conexiones.</translation>
    </message>
    <message>
        <source>the encrypted handshake was wrong.</source>
        <translation>el saludo cifrado era erróneo.</translation>
    </message>
    <message>
        <source>it does not have this torrent.</source>
        <translation>no tiene este torrent.</translation>
    </message>
    <message>
        <source>it takes us for itself.</source>
        <translation>nos toma por sí mismo.</translation>
    </message>
    <message>
        <source>our metadata were wrong.</source>
        <translation>nuestros metadatos eran erróneos.</translation>
    </message>
    <message>
        <source>we kept asking while choked.</source>
        <translation>seguíamos pidiendo mientras estábamos ahogados.</translation>
    </message>
    <message>
        <source>too many pieces with blocks from us failed their hash check.</source>
        <translation>demasiadas piezas con bloques nuestros no pasaron la comprobación.</translation>
    </message>
    <message>
        <source>we named other peers too often.</source>
        <translation>nombrábamos a otros pares demasiado a menudo.</translation>
    </message>
    <message>
        <source>a message of ours was against the protocol.</source>
        <translation>un mensaje nuestro iba contra el protocolo.</translation>
    </message>
    <message>
        <source>one that is not known here.</source>
        <translation>uno que aquí no se conoce.</translation>
    </message>
</context>
<context>
    <name>PasswordEditor</name>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>PathEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: {label}</source>
        <translation>Elegir: {label}</translation>
    </message>
</context>
<context>
    <name>PeerCommands</name>
    <message>
        <source>&amp;Add peers…</source>
        <translation>&amp;Añadir pares…</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>&amp;Copiar la dirección</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copia&amp;r las filas</translation>
    </message>
    <message>
        <source>&amp;Wire log…</source>
        <translation>Registro de &amp;mensajes…</translation>
    </message>
    <message>
        <source>&amp;Limit…</source>
        <translation>&amp;Limitar…</translation>
    </message>
    <message>
        <source>&amp;Kick</source>
        <translation>&amp;Echar</translation>
    </message>
    <message>
        <source>&amp;Ban…</source>
        <translation>Ve&amp;tar…</translation>
    </message>
    <message>
        <source>Ba&amp;nned peers…</source>
        <translation>Pares &amp;vetados…</translation>
    </message>
    <message>
        <source>Look up &amp;host names</source>
        <translation>Buscar los nombres de &amp;host</translation>
    </message>
    <message>
        <source>&amp;Flags as in µTorrent</source>
        <translation>&amp;Indicadores como en µTorrent</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are disconnected. Whoever is at their addresses can come back in ten minutes.</source>
        <translation>
            <numerusform>%Ln par desconectado. Quien esté en su dirección podrá volver en diez minutos.</numerusform>
            <numerusform>%Ln pares desconectados. Quien esté en sus direcciones podrá volver en diez minutos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n addresses are banned. Edit ▸ Banned peers… takes that back.</source>
        <translation>
            <numerusform>%Ln dirección queda vetada. Editar ▸ Pares vetados… lo deshace.</numerusform>
            <numerusform>%Ln direcciones quedan vetadas. Editar ▸ Pares vetados… lo deshace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting to %n peers.</source>
        <translation>
            <numerusform>Conectando con %Ln par.</numerusform>
            <numerusform>Conectando con %Ln pares.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeerHead</name>
    <message>
        <source>Show peers by source</source>
        <translation>Mostrar pares por origen</translation>
    </message>
    <message>
        <source>Find peers</source>
        <translation>Buscar pares</translation>
    </message>
    <message>
        <source>Finds words in addresses, clients, host names, countries and what peers do</source>
        <translation>Busca palabras en direcciones, clientes, nombres de host, países y lo que hacen los pares</translation>
    </message>
</context>
<context>
    <name>PeerLimitDialog</name>
    <message>
        <source>Limit peers</source>
        <translation>Limitar pares</translation>
    </message>
    <message numerus="yes">
        <source>{addresses} and %n more</source>
        <translation>
            <numerusform>{addresses} y %Ln más</numerusform>
            <numerusform>{addresses} y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Descarga</translation>
    </message>
    <message>
        <source>&amp;Upload</source>
        <translation>&amp;Subida</translation>
    </message>
    <message>
        <source>Holds for an address, in every torrent, and until the program ends.</source>
        <translation>Vale para una dirección, en todos los torrents y hasta que termine el programa.</translation>
    </message>
    <message>
        <source>A peer that had no limit is connected to anew, and its figures begin at 0 again.</source>
        <translation>Un par que no tenía límite se vuelve a conectar y sus cifras empiezan otra vez en 0.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Limitar</translation>
    </message>
</context>
<context>
    <name>Peers</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Where the peer is. The port has a column of its own.</source>
        <translation>Dónde está el par. El puerto tiene su propia columna.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>The port of the connection. Of an incoming one it is not where the peer listens.</source>
        <translation>El puerto de la conexión. En una entrante no es donde escucha el par.</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>The country of the address, from a database on this computer.</source>
        <translation>El país de la dirección, según una base de datos de este equipo.</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Nombre de host</translation>
    </message>
    <message>
        <source>The name of the address, sorted by its end. Looked up only if you ask for it.</source>
        <translation>El nombre de la dirección, ordenado por su final. Solo se busca si lo pides.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>The program, as it calls itself; of an unknown one the beginning of its peer-id.</source>
        <translation>El programa, como se llama a sí mismo; de uno desconocido, el comienzo de su peer-id.</translation>
    </message>
    <message>
        <source>Peer-id</source>
        <translation>Peer-id</translation>
    </message>
    <message>
        <source>The beginning of the id it chose for itself, as it came over the wire.</source>
        <translation>El comienzo del identificador que eligió, tal como llegó.</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Indicadores</translation>
    </message>
    <message>
        <source>How we and the peer stand, a letter each: see the line below the table.</source>
        <translation>Cómo estamos el par y nosotros, una letra por cada cosa: mira la línea bajo la tabla.</translation>
    </message>
    <message>
        <source>How much of the torrent the peer has, and where: a thin line for pieces we have too, all of the height for pieces that we miss.</source>
        <translation>Cuánto del torrent tiene el par, y dónde: una línea fina para las piezas que también tenemos, toda la altura para las que nos faltan.</translation>
    </message>
    <message>
        <source>What it sends us now, and over the last two minutes. ≤ marks a limit of ours.</source>
        <translation>Lo que nos envía ahora y en los dos últimos minutos. ≤ señala un límite nuestro.</translation>
    </message>
    <message>
        <source>What we send it now, and over the last two minutes. ≤ marks a limit of ours.</source>
        <translation>Lo que le enviamos ahora y en los dos últimos minutos. ≤ señala un límite nuestro.</translation>
    </message>
    <message>
        <source>What can be told from the facts for certain, with how long it has been so.</source>
        <translation>Lo que los datos permiten decir con certeza, y desde cuándo es así.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Out | in</source>
        <comment>requests we sent, requests we got</comment>
        <translation>Sale | entra</translation>
    </message>
    <message>
        <source>Requests out</source>
        <translation>Peticiones enviadas</translation>
    </message>
    <message>
        <source>Requests in</source>
        <translation>Peticiones recibidas</translation>
    </message>
    <message>
        <source>Blocks we asked it for, and blocks it asked us for, not answered yet.</source>
        <translation>Bloques que le pedimos y bloques que nos pidió, aún sin respuesta.</translation>
    </message>
    <message>
        <source>Got</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>What it gave us since it is connected.</source>
        <translation>Lo que nos dio desde que está conectado.</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>What we gave it since it is connected.</source>
        <translation>Lo que le dimos desde que está conectado.</translation>
    </message>
    <message>
        <source>What it does now</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevancia</translation>
    </message>
    <message>
        <source>How much it has of what we want and miss.</source>
        <translation>Cuánto tiene de lo que queremos y nos falta.</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Contribución</translation>
    </message>
    <message>
        <source>Share of what it has that came from us.</source>
        <translation>Parte de lo que tiene que le dimos nosotros.</translation>
    </message>
    <message>
        <source>Its own rate</source>
        <translation>Su descarga</translation>
    </message>
    <message>
        <source>How fast it downloads, from everybody: told from the pieces it completes.</source>
        <translation>A qué velocidad descarga, de todos: se deduce de las piezas que completa.</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>Conocido por</translation>
    </message>
    <message>
        <source>Every way by which we know of it by now; the flags H, X and L tell how it was found first.</source>
        <translation>Todas las vías por las que ya sabemos de él; los indicadores H, X y L dicen cómo se encontró primero.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>TCP, µTP, which gives way to other traffic, or the web for a web seed.</source>
        <translation>TCP, µTP, que cede el paso a otro tráfico, o la web para una semilla web.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>What of the connection is encrypted. It hides the traffic, not who you are.</source>
        <translation>Qué parte de la conexión va cifrada. Oculta el tráfico, no quién eres.</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>How long the connection has lasted.</source>
        <translation>Cuánto dura la conexión.</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>How long we have wanted its pieces and got nothing.</source>
        <translation>Cuánto llevamos queriendo sus piezas sin recibir nada.</translation>
    </message>
    <message>
        <source>Hash fails</source>
        <translation>Piezas malas</translation>
    </message>
    <message>
        <source>Pieces with blocks from it that failed their hash check.</source>
        <translation>Piezas con bloques suyos que no pasaron la comprobación.</translation>
    </message>
    <message>
        <source>tracker</source>
        <translation>rastreador</translation>
    </message>
    <message>
        <source>DHT</source>
        <translation>DHT</translation>
    </message>
    <message>
        <source>PEX</source>
        <translation>PEX</translation>
    </message>
    <message>
        <source>local network</source>
        <translation>red local</translation>
    </message>
    <message>
        <source>last time</source>
        <translation>última vez</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>entrante</translation>
    </message>
    <message>
        <source>web seed</source>
        <translation>semilla web</translation>
    </message>
    <message>
        <source>{web_seed} · {server}</source>
        <translation>{web_seed} · {server}</translation>
    </message>
    <message>
        <source>We take at most {rate} from it.</source>
        <translation>Recibimos de él {rate} como mucho.</translation>
    </message>
    <message>
        <source>We give it at most {rate}.</source>
        <translation>Le damos {rate} como mucho.</translation>
    </message>
    <message>
        <source>Known by: {source}</source>
        <translation>Conocido por: {source}</translation>
    </message>
    <message>
        <source>Has {percent} of the torrent.</source>
        <translation>Tiene el {percent} del torrent.</translation>
    </message>
    <message>
        <source>Has {percent} of what we miss, where the bar is strong.</source>
        <translation>Tiene el {percent} de lo que nos falta, donde la barra es intensa.</translation>
    </message>
    <message>
        <source>It has nothing that we miss.</source>
        <translation>No tiene nada de lo que nos falta.</translation>
    </message>
    <message>
        <source>{percent}, {useful} of what we miss</source>
        <translation>{percent}, {useful} de lo que nos falta</translation>
    </message>
    <message>
        <source>limited to {rate}</source>
        <translation>con límite de {rate}</translation>
    </message>
    <message>
        <source>At most {rate} in the last {duration}</source>
        <translation>Como máximo {rate} en los últimos {duration}</translation>
    </message>
    <message>
        <source>Our limit for its address: {rate}</source>
        <translation>Nuestro límite para su dirección: {rate}</translation>
    </message>
    <message>
        <source>{out} asked of it, {incoming} asked of us</source>
        <translation>{out} pedidos a él, {incoming} pedidos a nosotros</translation>
    </message>
    <message>
        <source>handshake only</source>
        <translation>solo el saludo</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>cifrado</translation>
    </message>
    <message numerus="yes">
        <source>No peers: asked %n trackers {ago}, and asks the DHT.</source>
        <translation>
            <numerusform>Sin pares: se preguntó a %Ln rastreador {ago}, y se pregunta a la DHT.</numerusform>
            <numerusform>Sin pares: se preguntó a %Ln rastreadores {ago}, y se pregunta a la DHT.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers: asked %n trackers {ago}.</source>
        <translation>
            <numerusform>Sin pares: se preguntó a %Ln rastreador {ago}.</numerusform>
            <numerusform>Sin pares: se preguntó a %Ln rastreadores {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No peers: %n trackers are being asked.</source>
        <translation>
            <numerusform>Sin pares: se está preguntando a %Ln rastreador.</numerusform>
            <numerusform>Sin pares: se está preguntando a %Ln rastreadores.</numerusform>
        </translation>
    </message>
    <message>
        <source>No peers: the DHT is being asked.</source>
        <translation>Sin pares: se está preguntando a la DHT.</translation>
    </message>
    <message>
        <source>No peers.</source>
        <translation>Sin pares.</translation>
    </message>
    <message>
        <source>{client}
Peer-id: {id}</source>
        <translation>{client}
Peer-id: {id}</translation>
    </message>
    <message>
        <source>known by {source}</source>
        <translation>conocido por {source}</translation>
    </message>
    <message>
        <source>“{term}”</source>
        <translation>«{term}»</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {all} peers: {what}</source>
        <translation>
            <numerusform>{shown} de {all} par: {what}</numerusform>
            <numerusform>{shown} de {all} pares: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more are known but not connected.</source>
        <translation>
            <numerusform>Se conoce %Ln más, sin conectar.</numerusform>
            <numerusform>Se conocen %Ln más, sin conectar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds: servers that have the files. A click shows only them.</source>
        <translation>
            <numerusform>%Ln semilla web: un servidor que tiene los archivos. Un clic muestra solo esa.</numerusform>
            <numerusform>%Ln semillas web: servidores que tienen los archivos. Un clic muestra solo esas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are known by this source, first or since. A click shows only them.</source>
        <translation>
            <numerusform>%Ln par se conoce por este origen, desde el principio o después. Un clic muestra solo ese.</numerusform>
            <numerusform>%Ln pares se conocen por este origen, desde el principio o después. Un clic muestra solo esos.</numerusform>
        </translation>
    </message>
    <message>
        <source>A click shows the peers that have left or were never reached, and why.</source>
        <translation>Un clic muestra los pares que se fueron o a los que nunca se llegó, y por qué.</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>idos</translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds</source>
        <translation>
            <numerusform>%Ln semilla web</numerusform>
            <numerusform>%Ln semillas web</numerusform>
        </translation>
    </message>
    <message>
        <source>Downloading from {seeds} at {down}.</source>
        <translation>Descargando de {seeds} a {down}.</translation>
    </message>
    <message>
        <source>{seeds} connected; nothing moves now.</source>
        <translation>{seeds} con conexión; ahora no se mueve nada.</translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers and {seeds} at {down}, uploading to {takers} at {up}.</source>
        <translation>
            <numerusform>Descargando de {senders} de {all} par conectado y de {seeds} a {down}, subiendo a {takers} a {up}.</numerusform>
            <numerusform>Descargando de {senders} de {all} pares conectados y de {seeds} a {down}, subiendo a {takers} a {up}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers and {seeds} at {down}.</source>
        <translation>
            <numerusform>Descargando de {senders} de {all} par conectado y de {seeds} a {down}.</numerusform>
            <numerusform>Descargando de {senders} de {all} pares conectados y de {seeds} a {down}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers at {down}, uploading to {takers} at {up}.</source>
        <translation>
            <numerusform>Descargando de {senders} de {all} par conectado a {down}, subiendo a {takers} a {up}.</numerusform>
            <numerusform>Descargando de {senders} de {all} pares conectados a {down}, subiendo a {takers} a {up}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Downloading from {senders} of {all} connected peers at {down}.</source>
        <translation>
            <numerusform>Descargando de {senders} de {all} par conectado a {down}.</numerusform>
            <numerusform>Descargando de {senders} de {all} pares conectados a {down}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Uploading to {takers} of {all} connected peers at {up}.</source>
        <translation>
            <numerusform>Subiendo a {takers} de {all} par conectado a {up}.</numerusform>
            <numerusform>Subiendo a {takers} de {all} pares conectados a {up}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{all} connected peers; nothing moves now.</source>
        <translation>
            <numerusform>{all} par conectado; ahora no se mueve nada.</numerusform>
            <numerusform>{all} pares conectados; ahora no se mueve nada.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeersPage</name>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Show peers by flag</source>
        <translation>Mostrar pares por indicador</translation>
    </message>
    <message>
        <source>A click shows only these peers, a second letter those with both.</source>
        <translation>Un clic muestra solo estos pares; con otra letra, los que tienen ambas.</translation>
    </message>
    <message>
        <source>No peer has {what}. Esc shows all.</source>
        <translation>Ningún par tiene {what}. Esc los muestra todos.</translation>
    </message>
    <message>
        <source>No peers: the torrent is paused.</source>
        <translation>Sin pares: el torrent está en pausa.</translation>
    </message>
</context>
<context>
    <name>Picks</name>
    <message>
        <source>Which piece to ask for</source>
        <translation>Qué pieza pedir</translation>
    </message>
    <message>
        <source>over</source>
        <translation>pasada</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>por venir</translation>
    </message>
    <message>
        <source>{name}, {what}: {state}</source>
        <translation>{name}, {what}: {state}</translation>
    </message>
    <message>
        <source>Nobody who is connected has it: it can&apos;t come from them.</source>
        <translation>No la tiene ningún par conectado: de ellos no puede llegar.</translation>
    </message>
    <message>
        <source>Rarest piece</source>
        <translation>Pieza más rara</translation>
    </message>
    <message>
        <source>Chosen in {duration}</source>
        <translation>Elegido en {duration}</translation>
    </message>
    <message>
        <source>Blocks asked twice</source>
        <translation>Bloques pedidos dos veces</translation>
    </message>
    <message>
        <source>Begun pieces</source>
        <translation>Piezas empezadas</translation>
    </message>
    <message>
        <source>{size}, {percent}</source>
        <translation>{size}, {percent}</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Chosen in {duration}, a sample</source>
        <translation>Elegido en {duration}, muestra</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>Random first</source>
        <translation>Primero al azar</translation>
    </message>
    <message>
        <source>a first piece to trade</source>
        <translation>una primera pieza que dar</translation>
    </message>
    <message>
        <source>Rarest first</source>
        <translation>Primero la más rara</translation>
    </message>
    <message>
        <source>what the fewest have</source>
        <translation>lo que menos pares tienen</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En orden</translation>
    </message>
    <message>
        <source>from the first piece to the last</source>
        <translation>de la primera pieza a la última</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>Por plazo</translation>
    </message>
    <message>
        <source>what is needed soonest</source>
        <translation>lo que urge más</translation>
    </message>
    <message>
        <source>Endgame</source>
        <translation>Fase final</translation>
    </message>
    <message>
        <source>the last blocks, of idle peers too</source>
        <translation>los últimos bloques, también a ociosos</translation>
    </message>
    <message>
        <source>partial pieces</source>
        <translation>empezadas</translation>
    </message>
    <message>
        <source>rarest partial pieces</source>
        <translation>empezadas más raras</translation>
    </message>
    <message>
        <source>rarest first</source>
        <translation>las más raras</translation>
    </message>
    <message>
        <source>commonest first</source>
        <translation>las más comunes</translation>
    </message>
    <message>
        <source>random</source>
        <translation>al azar</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>en orden</translation>
    </message>
    <message>
        <source>deadline</source>
        <translation>por plazo</translation>
    </message>
    <message>
        <source>suggested by the peer</source>
        <translation>sugeridas por el par</translation>
    </message>
    <message>
        <source>near others</source>
        <translation>junto a otras</translation>
    </message>
    <message>
        <source>highest priority</source>
        <translation>prioridad máxima</translation>
    </message>
    <message numerus="yes">
        <source>%n blocks</source>
        <translation>
            <numerusform>%Ln bloque</numerusform>
            <numerusform>%Ln bloques</numerusform>
        </translation>
    </message>
    <message>
        <source>{reason} {count}</source>
        <translation>{reason} {count}</translation>
    </message>
    <message>
        <source>By what the picker chose blocks in the last {duration}: {reasons}.</source>
        <translation>Por qué se eligieron bloques en los últimos {duration}: {reasons}.</translation>
    </message>
    <message>
        <source>A choice that went several ways counts under the last of them.</source>
        <translation>Una elección que pasó por varias vías cuenta en la última.</translation>
    </message>
    <message>
        <source>More was chosen than was listened to: this is a sample.</source>
        <translation>Se eligió más de lo que se escuchó: esto es una muestra.</translation>
    </message>
    <message>
        <source>Near others: within 4 MiB of pieces begun lately, which disks like.</source>
        <translation>Junto a otras: a menos de 4 MiB de piezas empezadas hace poco, lo que gusta a los discos.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them as whole pieces from one fast peer.</source>
        <comment>blocks</comment>
        <translation>
            <numerusform>%Ln de ellos en piezas enteras de un solo par rápido.</numerusform>
            <numerusform>%Ln de ellos en piezas enteras de un solo par rápido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocks were asked of nobody yet.</source>
        <translation>
            <numerusform>%Ln bloque aún no se ha pedido a nadie.</numerusform>
            <numerusform>%Ln bloques aún no se han pedido a nadie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n such pieces</source>
        <translation>
            <numerusform>%Ln pieza así</numerusform>
            <numerusform>%Ln piezas así</numerusform>
        </translation>
    </message>
    <message>
        <source>on nobody, {such}</source>
        <translation>nadie la tiene, {such}</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%Ln copia</numerusform>
            <numerusform>%Ln copias</numerusform>
        </translation>
    </message>
    <message>
        <source>{copies}, {such}</source>
        <translation>{copies}, {such}</translation>
    </message>
</context>
<context>
    <name>PieceLegends</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%Ln copia</numerusform>
            <numerusform>%Ln copias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more copies</source>
        <translation>
            <numerusform>%Ln o más copias</numerusform>
            <numerusform>%Ln o más copias</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PieceMapView</name>
    <message>
        <source>Map of pieces</source>
        <translation>Mapa de piezas</translation>
    </message>
</context>
<context>
    <name>PieceStrips</name>
    <message>
        <source>Have</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>{percent} of the pieces are here and verified. Progress counts parts of others too.</source>
        <translation>El {percent} de las piezas está aquí y verificado. El progreso cuenta también partes de otras.</translation>
    </message>
</context>
<context>
    <name>PieceWords</name>
    <message numerus="yes">
        <source>A cell stands for %n pieces.</source>
        <translation>
            <numerusform>Una celda representa %Ln pieza.</numerusform>
            <numerusform>Una celda representa %Ln piezas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You and %n peers have {copies} copies.</source>
        <translation>
            <numerusform>Entre tú y %Ln par hay {copies} copias.</numerusform>
            <numerusform>Entre tú y %Ln pares hay {copies} copias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You and %n peers have {copies} copies: together you are not complete.</source>
        <translation>
            <numerusform>Entre tú y %Ln par hay {copies} copias: no basta para completarlo.</numerusform>
            <numerusform>Entre tú y %Ln pares hay {copies} copias: no basta para completarlo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} are here</source>
        <translation>
            <numerusform>Hay %Ln de {all}</numerusform>
            <numerusform>Hay %Ln de {all}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in progress</source>
        <translation>
            <numerusform>%Ln en curso</numerusform>
            <numerusform>%Ln en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are on no connected peer</source>
        <translation>
            <numerusform>%Ln de ellas no está en ningún par conectado</numerusform>
            <numerusform>%Ln de ellas no están en ningún par conectado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rarest is on %n connected peers</source>
        <translation>
            <numerusform>La más rara está en %Ln par conectado</numerusform>
            <numerusform>La más rara está en %Ln pares conectados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {all} blocks are here</source>
        <translation>
            <numerusform>Hay %Ln de {all} bloques</numerusform>
            <numerusform>Hay %Ln de {all} bloques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked of several peers</source>
        <translation>
            <numerusform>%Ln pedido a varios pares</numerusform>
            <numerusform>%Ln pedidos a varios pares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %n of {all} connected peers</source>
        <translation>
            <numerusform>En %Ln de {all} pares conectados</numerusform>
            <numerusform>En %Ln de {all} pares conectados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more files</source>
        <translation>
            <numerusform>y %Ln archivo más</numerusform>
            <numerusform>y %Ln archivos más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more peers</source>
        <translation>
            <numerusform>y %Ln par más</numerusform>
            <numerusform>y %Ln pares más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were not looked at</source>
        <translation>
            <numerusform>%Ln par no se examinó</numerusform>
            <numerusform>%Ln pares no se examinaron</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on no connected peer: {numbers} …</source>
        <translation>
            <numerusform>%Ln pieza no está en ningún par conectado: {numbers} …</numerusform>
            <numerusform>%Ln piezas no están en ningún par conectado: {numbers} …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on no connected peer: {numbers}.</source>
        <translation>
            <numerusform>%Ln pieza no está en ningún par conectado: {numbers}.</numerusform>
            <numerusform>%Ln piezas no están en ningún par conectado: {numbers}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They belong to %n files, {size} of them.</source>
        <translation>
            <numerusform>Afecta a %Ln archivo, {size} de él.</numerusform>
            <numerusform>Afecta a %Ln archivos, {size} de ellos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n files can finish.</source>
        <translation>
            <numerusform>%Ln archivo más puede completarse.</numerusform>
            <numerusform>Los otros %Ln archivos pueden completarse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>S&amp;kip the %n files</source>
        <translation>
            <numerusform>&amp;Omitir %Ln archivo</numerusform>
            <numerusform>&amp;Omitir los %Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are skipped now. Tick them in the Files tab to fetch them after all.</source>
        <translation>
            <numerusform>%Ln archivo queda omitido. Márcalo en la pestaña Archivos para descargarlo.</numerusform>
            <numerusform>%Ln archivos quedan omitidos. Márcalos en la pestaña Archivos para descargarlos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pieces</name>
    <message>
        <source>Piece</source>
        <translation>Pieza</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>The piece’s blocks of {size}, from its beginning to its end.</source>
        <translation>Los bloques de {size} de la pieza, de su principio a su fin.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Blocks that are here, of all of the piece.</source>
        <translation>Bloques que hay, de todos los de la pieza.</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>How fast it came over the last five seconds.</source>
        <translation>A qué velocidad llegó en los últimos cinco segundos.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>How long it has been in progress; with &gt; at least so long, for nobody saw it begin.</source>
        <translation>Cuánto lleva en curso; con &gt;, al menos ese tiempo, porque no se la vio empezar.</translation>
    </message>
    <message>
        <source>In progress since before {moment}, when it was first looked at.
&gt; means at least: pieces are seen to begin while this tab or General is open.</source>
        <translation>En curso desde antes de {moment}, cuando se miró por primera vez.
&gt; significa al menos: se ve empezar a las piezas mientras esta pestaña o General está abierta.</translation>
    </message>
    <message>
        <source>In progress since {moment}.</source>
        <translation>En curso desde: {moment}.</translation>
    </message>
    <message>
        <source>All {all} pieces of {size} are here.</source>
        <translation>Ya están las {all} piezas de {size}.</translation>
    </message>
    <message>
        <source>{have} of {all} pieces of {size} are here, {flight} in progress.</source>
        <translation>Hay {have} de {all} piezas de {size}, {flight} en curso.</translation>
    </message>
    <message>
        <source>{have} of {all} pieces of {size} are here.</source>
        <translation>Hay {have} de {all} piezas de {size}.</translation>
    </message>
    <message>
        <source>No peer is connected.</source>
        <translation>No hay ningún par conectado.</translation>
    </message>
    <message>
        <source>Piece {piece}, here</source>
        <translation>Pieza {piece}, recibida</translation>
    </message>
    <message>
        <source>Piece {piece}, in progress</source>
        <translation>Pieza {piece}, en curso</translation>
    </message>
    <message>
        <source>Piece {piece}, skipped</source>
        <translation>Pieza {piece}, omitida</translation>
    </message>
    <message>
        <source>Piece {piece}, missing</source>
        <translation>Pieza {piece}, falta</translation>
    </message>
    <message>
        <source>Priority: {priority}</source>
        <translation>Prioridad: {priority}</translation>
    </message>
    <message>
        <source>Pieces {first} to {last}</source>
        <translation>Piezas {first} a {last}</translation>
    </message>
    <message>
        <source>Only you have it: on no connected peer</source>
        <translation>Solo la tienes tú: en ningún par conectado</translation>
    </message>
    <message>
        <source>On no connected peer</source>
        <translation>En ningún par conectado</translation>
    </message>
    <message>
        <source>{file}, {start} to {end}</source>
        <translation>{file}, de {start} a {end}</translation>
    </message>
    <message>
        <source>They belong to {first}, {size} of it.</source>
        <translation>Afecta a {first}, {size} de él.</translation>
    </message>
    <message>
        <source>They belong to {first} and {second}, {size} of them.</source>
        <translation>Afecta a {first} y {second}, {size} de ellos.</translation>
    </message>
    <message>
        <source>{file} is skipped now. Tick it in the Files tab to fetch it after all.</source>
        <translation>{file} queda omitido. Márcalo en la pestaña Archivos para descargarlo.</translation>
    </message>
    <message>
        <source>A full copy was last seen {ago}.</source>
        <translation>La última copia completa se vio {ago}.</translation>
    </message>
    <message>
        <source>A full copy has not been seen yet.</source>
        <translation>Aún no se ha visto ninguna copia completa.</translation>
    </message>
</context>
<context>
    <name>PiecesPage</name>
    <message>
        <source>Map shows</source>
        <translation>El mapa muestra</translation>
    </message>
    <message>
        <source>Pieces in progress</source>
        <translation>Piezas en curso</translation>
    </message>
    <message>
        <source>The pieces are not known yet: they come with the metadata.</source>
        <translation>Aún no se conocen las piezas: llegan con los metadatos.</translation>
    </message>
    <message>
        <source>Show the &amp;files of this piece</source>
        <translation>Mostrar los &amp;archivos de esta pieza</translation>
    </message>
    <message>
        <source>&amp;Next piece that nobody has</source>
        <translation>&amp;Siguiente pieza que nadie tiene</translation>
    </message>
    <message>
        <source>Copy the piece’s n&amp;umber</source>
        <translation>Copiar el &amp;número de la pieza</translation>
    </message>
    <message>
        <source>Copy what is &amp;told of it</source>
        <translation>Copiar lo que se &amp;dice de ella</translation>
    </message>
    <message>
        <source>Copy &amp;rows</source>
        <translation>Copia&amp;r las filas</translation>
    </message>
    <message>
        <source>Nothing is in progress: the torrent is paused.</source>
        <translation>Nada en curso: el torrent está en pausa.</translation>
    </message>
    <message>
        <source>Nothing is in progress: everything wanted is here.</source>
        <translation>Nada en curso: ya está todo lo que quieres.</translation>
    </message>
    <message>
        <source>Nothing is in progress.</source>
        <translation>Nada en curso.</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Place in the queue</source>
        <translation>Puesto en la cola</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents; the place is that of the first</source>
        <translation>
            <numerusform>%Ln torrent; el puesto es el del primero</numerusform>
            <numerusform>%Ln torrents; el puesto es el del primero</numerusform>
        </translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> de {count}</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Puesto</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Mover</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>“{label}” takes a rate such as {example}, not “{typed}”.</source>
        <translation>«{label}» admite una velocidad como {example}, no «{typed}».</translation>
    </message>
    <message>
        <source>“{label}” takes a size such as {example}, not “{typed}”.</source>
        <translation>«{label}» admite un tamaño como {example}, no «{typed}».</translation>
    </message>
    <message>
        <source>“{label}” takes a number such as {example}, not “{typed}”.</source>
        <translation>«{label}» admite un número como {example}, no «{typed}».</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>another password</source>
        <translation>otra contraseña</translation>
    </message>
    <message>
        <source>as it came with Starling</source>
        <translation>como venía con Starling</translation>
    </message>
</context>
<context>
    <name>PreferencesWindow</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Every change applies at once.</source>
        <translation>Cada cambio vale al momento.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Reset &amp;everything…</source>
        <translation>Restablecer &amp;todo…</translation>
    </message>
    <message>
        <source>Reset this &amp;page</source>
        <translation>Restablecer esta &amp;página</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%n settings have their defaults again.</source>
        <translation>
            <numerusform>%Ln ajuste vuelve a su valor predeterminado.</numerusform>
            <numerusform>%Ln ajustes vuelven a sus valores predeterminados.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{label}” has its default again.</source>
        <translation>«{label}» vuelve a su valor predeterminado.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>No samples, no .nfo</source>
        <translation>Sin muestras ni .nfo</translation>
    </message>
    <message>
        <source>Only video</source>
        <translation>Solo vídeo</translation>
    </message>
    <message>
        <source>Only files over 100 MB</source>
        <translation>Solo archivos de más de 100 MB</translation>
    </message>
</context>
<context>
    <name>Programs</name>
    <message>
        <source>{program}, run for “{name}”, was ended by the signal {signal}.</source>
        <translation>{program}, ejecutado para «{name}», terminó por la señal {signal}.</translation>
    </message>
    <message>
        <source>{program}, run for “{name}”, ended with status {status}: “{said}”.</source>
        <translation>{program}, ejecutado para «{name}», terminó con el código {status}: «{said}».</translation>
    </message>
    <message>
        <source>{program}, run for “{name}”, ended with status {status}.</source>
        <translation>{program}, ejecutado para «{name}», terminó con el código {status}.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be ended by Starling: it runs as another user.</source>
        <translation>Starling no puede detener {program}: se ejecuta como otro usuario.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be run: what its first line names to run it with is not there.</source>
        <translation>No se puede ejecutar {program}: no está lo que su primera línea nombra para ejecutarlo.</translation>
    </message>
    <message>
        <source>The program {program} is not there.</source>
        <translation>El programa {program} no está.</translation>
    </message>
    <message>
        <source>{program} may not be run: it is no program, or not marked as one.</source>
        <translation>{program} no se puede ejecutar: no es un programa o no está marcado como tal.</translation>
    </message>
    <message>
        <source>{program} is no program; a script needs a first line such as #!/bin/sh.</source>
        <translation>{program} no es un programa; un script necesita una primera línea como #!/bin/sh.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be run: its arguments are too long.</source>
        <translation>No se puede ejecutar {program}: sus argumentos son demasiado largos.</translation>
    </message>
    <message>
        <source>{program} can&apos;t be run: {reason}.</source>
        <translation>No se puede ejecutar {program}: {reason}.</translation>
    </message>
    <message>
        <source>There are arguments, but no program.</source>
        <translation>Hay argumentos, pero ningún programa.</translation>
    </message>
    <message>
        <source>Neither a program nor an argument can hold a character with code 0.</source>
        <translation>Ni un programa ni un argumento pueden llevar un carácter de código 0.</translation>
    </message>
    <message>
        <source>The program itself can hold no word in braces, only its arguments.</source>
        <translation>El programa no admite palabras entre llaves, solo sus argumentos.</translation>
    </message>
    <message>
        <source>{word} stands for nothing. Known are {names}; write {twice} for a brace.</source>
        <translation>{word} no significa nada. Se conocen {names}; escribe {twice} para una llave.</translation>
    </message>
    <message>
        <source>{program}, run for “{name}”, has not ended in {time}, and may keep others waiting.</source>
        <translation>{program}, ejecutado para «{name}», no ha terminado en {time} y puede hacer esperar a otros.</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>“{key}” is no field: did you mean {suggestion}?</source>
        <translation>«{key}» no es un campo: ¿querías decir {suggestion}?</translation>
    </message>
    <message>
        <source>“{key}” is no field. In quotes, “{term}” is looked for as it stands.</source>
        <translation>«{key}» no es un campo. Entre comillas, «{term}» se busca tal cual.</translation>
    </message>
    <message>
        <source>“{key}” is no field, so “{term}” is looked for as it stands.</source>
        <translation>«{key}» no es un campo: «{term}» se busca tal cual.</translation>
    </message>
    <message>
        <source>“{key}” can&apos;t be compared by “{sign}”: use {key}:</source>
        <translation>«{key}» no se puede comparar con «{sign}»: usa {key}:</translation>
    </message>
    <message>
        <source>“{key}{sign}” asks for nothing yet: something has to follow it.</source>
        <translation>«{key}{sign}» aún no pide nada: falta lo que le sigue.</translation>
    </message>
    <message>
        <source>There are too many brackets within brackets.</source>
        <translation>Hay demasiados paréntesis dentro de paréntesis.</translation>
    </message>
    <message>
        <source>These are more words than one filter takes.</source>
        <translation>Son más palabras de las que admite un filtro.</translation>
    </message>
    <message>
        <source>{key} knows no “{value}”: did you mean {suggestion}?</source>
        <translation>{key} no conoce «{value}»: ¿querías decir {suggestion}?</translation>
    </message>
    <message>
        <source>{key}{sign} takes a size such as 700M, 4G or 1.5GiB, not “{value}”.</source>
        <translation>{key}{sign} admite un tamaño como 700M, 4G o 1.5GiB, no «{value}».</translation>
    </message>
    <message>
        <source>{key}{sign} takes a rate such as 100k or 2.5M, not “{value}”.</source>
        <translation>{key}{sign} admite una velocidad como 100k o 2.5M, no «{value}».</translation>
    </message>
    <message>
        <source>{key}{sign} takes a whole number such as 3, not “{value}”.</source>
        <translation>{key}{sign} admite un número entero como 3, no «{value}».</translation>
    </message>
    <message>
        <source>{key}{sign} takes a number such as 1.5, not “{value}”.</source>
        <translation>{key}{sign} admite un número como 1.5, no «{value}».</translation>
    </message>
    <message>
        <source>{key}{sign} takes a share such as 50%, not “{value}”.</source>
        <translation>{key}{sign} admite un porcentaje como 50%, no «{value}».</translation>
    </message>
    <message>
        <source>{key}{sign} takes a time such as 30m, 2h or 1d12h, not “{value}”.</source>
        <translation>{key}{sign} admite un tiempo como 30m, 2h o 1d12h, no «{value}».</translation>
    </message>
    <message>
        <source>{key}{sign} takes an age such as 12h or 7d, or a date such as 2026-11-01, not “{value}”.</source>
        <translation>{key}{sign} admite una antigüedad como 12h o 7d, o una fecha como 2026-11-01, no «{value}».</translation>
    </message>
    <message>
        <source>{key} takes what a torrent does, such as stalled or paused, not “{value}”.</source>
        <translation>{key} admite lo que hace un torrent, como stalled o paused, no «{value}».</translation>
    </message>
    <message>
        <source>{key} takes what keeps a torrent, such as choked or disk-full, not “{value}”.</source>
        <translation>{key} admite lo que frena a un torrent, como choked o disk-full, no «{value}».</translation>
    </message>
    <message>
        <source>{key} takes yes, no, down or up, not “{value}”.</source>
        <translation>{key} admite sí, no, down o up, no «{value}».</translation>
    </message>
    <message>
        <source>{key} takes yes or no, not “{value}”.</source>
        <translation>{key} admite sí o no, no «{value}».</translation>
    </message>
    <message>
        <source>{key} takes a text, not “{value}”.</source>
        <translation>{key} admite un texto, no «{value}».</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactivos</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompletos</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminados</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>Forzados</translation>
    </message>
    <message>
        <source>Finding details</source>
        <translation>Buscando datos</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Moviendo</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>What it does: stalled, paused, errors…</source>
        <translation>Lo que hace: stalled, paused, errors…</translation>
    </message>
    <message>
        <source>What keeps it: choked, disk-full…</source>
        <translation>Qué lo frena: choked, disk-full…</translation>
    </message>
    <message>
        <source>One of its labels</source>
        <translation>Una de sus etiquetas</translation>
    </message>
    <message>
        <source>One of its trackers</source>
        <translation>Uno de sus rastreadores</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Its folder</source>
        <translation>Su carpeta</translation>
    </message>
    <message>
        <source>The files inside: *.srt</source>
        <translation>Los archivos que contiene: *.srt</translation>
    </message>
    <message>
        <source>Wanted size: 700M, 4G, 1.5GiB</source>
        <translation>Tamaño que se quiere: 700M, 4G, 1.5GiB</translation>
    </message>
    <message>
        <source>Share that is here: 50%</source>
        <translation>Parte que ya está: 50%</translation>
    </message>
    <message>
        <source>What is still missing: 100M</source>
        <translation>Lo que aún falta: 100M</translation>
    </message>
    <message>
        <source>Uploaded to downloaded: 1.5</source>
        <translation>Subido entre descargado: 1.5</translation>
    </message>
    <message>
        <source>Download rate: 100k</source>
        <translation>Velocidad de descarga: 100k</translation>
    </message>
    <message>
        <source>Upload rate: 100k</source>
        <translation>Velocidad de subida: 100k</translation>
    </message>
    <message>
        <source>Time left: 30m, 2h</source>
        <translation>Tiempo que falta: 30m, 2h</translation>
    </message>
    <message>
        <source>Connected seeds</source>
        <translation>Semillas conectadas</translation>
    </message>
    <message>
        <source>Connected peers</source>
        <translation>Pares conectados</translation>
    </message>
    <message>
        <source>Seeds in the swarm</source>
        <translation>Semillas en el enjambre</translation>
    </message>
    <message>
        <source>Peers in the swarm</source>
        <translation>Pares en el enjambre</translation>
    </message>
    <message>
        <source>Copies among the peers</source>
        <translation>Copias entre los pares</translation>
    </message>
    <message>
        <source>When it was added: 7d, 2026-11-01</source>
        <translation>Cuándo se añadió: 7d, 2026-11-01</translation>
    </message>
    <message>
        <source>When it was complete: 7d, 2026-11</source>
        <translation>Cuándo se completó: 7d, 2026-11</translation>
    </message>
    <message>
        <source>When it last moved: 1h, today</source>
        <translation>Su última actividad: 1h, hoy</translation>
    </message>
    <message>
        <source>When a full copy was last seen</source>
        <translation>Cuándo se vio la última copia completa</translation>
    </message>
    <message>
        <source>When the torrent was made</source>
        <translation>Cuándo se creó el torrent</translation>
    </message>
    <message>
        <source>Downloaded in all</source>
        <translation>Descargado en total</translation>
    </message>
    <message>
        <source>Uploaded in all</source>
        <translation>Subido en total</translation>
    </message>
    <message>
        <source>Thrown away this session</source>
        <translation>Desechado en esta sesión</translation>
    </message>
    <message>
        <source>Time spent seeding: 7d</source>
        <translation>Tiempo compartiendo: 7d</translation>
    </message>
    <message>
        <source>Time spent running: 7d</source>
        <translation>Tiempo en marcha: 7d</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>Puesto en la cola</translation>
    </message>
    <message>
        <source>Limits of its own: yes, down, up</source>
        <translation>Límites propios: sí, down, up</translation>
    </message>
    <message>
        <source>Private torrents: yes, no</source>
        <translation>Torrents privados: sí, no</translation>
    </message>
    <message>
        <source>Runs whatever the queue says</source>
        <translation>Va diga lo que diga la cola</translation>
    </message>
    <message>
        <source>In the order of its pieces</source>
        <translation>En el orden de sus piezas</translation>
    </message>
    <message>
        <source>The text of its error</source>
        <translation>El texto de su error</translation>
    </message>
    <message>
        <source>How its info-hash begins</source>
        <translation>Cómo empieza su info-hash</translation>
    </message>
</context>
<context>
    <name>QueryBox</name>
    <message>
        <source>Filter: a name, state:stalled, size&gt;4G…</source>
        <translation>Filtro: un nombre, state:stalled, size&gt;4G…</translation>
    </message>
    <message>
        <source>Finds names, folders, trackers, labels and hashes, and what fields ask for: state:stalled why:choked ratio&lt;1 size&gt;4G added&lt;7d label:linux file:*.srt; - before one excludes, or stands between alternatives. Ctrl+Space lists the fields.</source>
        <translation>Busca nombres, carpetas, rastreadores, etiquetas y hashes, y lo que pidan los campos: state:stalled why:choked ratio&lt;1 size&gt;4G added&lt;7d label:linux file:*.srt; - delante excluye, or va entre alternativas. Ctrl+Espacio muestra los campos.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
</context>
<context>
    <name>QueryCommands</name>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>&amp;Guardar este filtro…</translation>
    </message>
    <message>
        <source>&amp;What can be typed here</source>
        <translation>&amp;Qué se puede escribir aquí</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>Put into the &amp;box</source>
        <translation>&amp;Poner en el cuadro</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>The filter “{name}” is removed.</source>
        <translation>Se quitó el filtro «{name}».</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
</context>
<context>
    <name>QueryPopup</name>
    <message>
        <source>What may be meant</source>
        <translation>Lo que se puede querer decir</translation>
    </message>
</context>
<context>
    <name>QueueDrop</name>
    <message numerus="yes">
        <source>Move %n torrents here</source>
        <translation>
            <numerusform>Mover %Ln torrent aquí</numerusform>
            <numerusform>Mover %Ln torrents aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Sort by the queue</source>
        <translation>&amp;Ordenar por la cola</translation>
    </message>
    <message>
        <source>Complete torrents have no place in the queue.</source>
        <translation>Los torrents completos no tienen puesto en la cola.</translation>
    </message>
    <message>
        <source>To change the order of the queue, sort the list by it: by the column #.</source>
        <translation>Para cambiar el orden de la cola, ordena la lista por ella: por la columna #.</translation>
    </message>
</context>
<context>
    <name>Rare</name>
    <message>
        <source>Nobody else who is connected has anything yet, and the trackers know no other seed: if you stop, the swarm can&apos;t complete.</source>
        <translation>Ningún otro par conectado tiene nada aún, y los rastreadores no conocen otra semilla: si paras, el enjambre no podrá completarse.</translation>
    </message>
    <message>
        <source>Nobody else who is connected has anything yet, and no other seed is known: if you stop, the swarm may never complete.</source>
        <translation>Ningún otro par conectado tiene nada aún, y no se conoce otra semilla: si paras, puede que el enjambre nunca se complete.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on nobody else who is connected, and the trackers know no other seed: if you stop, the swarm can&apos;t complete.</source>
        <translation>
            <numerusform>%Ln pieza no está en ningún otro par conectado, y los rastreadores no conocen otra semilla: si paras, el enjambre no podrá completarse.</numerusform>
            <numerusform>%Ln piezas no están en ningún otro par conectado, y los rastreadores no conocen otra semilla: si paras, el enjambre no podrá completarse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on nobody else who is connected, and no other seed is known: if you stop, the swarm may never complete.</source>
        <translation>
            <numerusform>%Ln pieza no está en ningún otro par conectado, y no se conoce otra semilla: si paras, puede que el enjambre nunca se complete.</numerusform>
            <numerusform>%Ln piezas no están en ningún otro par conectado, y no se conoce otra semilla: si paras, puede que el enjambre nunca se complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have pieces that nobody else has who is connected, and no other seed is known: if you stop, their swarms may never complete.</source>
        <translation>
            <numerusform>%Ln torrent tiene piezas que no tiene ningún otro par conectado, y no se conoce otra semilla: si paras, puede que su enjambre nunca se complete.</numerusform>
            <numerusform>%Ln torrents tienen piezas que no tiene ningún otro par conectado, y no se conoce otra semilla: si paras, puede que sus enjambres nunca se completen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” has reached its seeding goal, but %n of its pieces are on nobody else who was connected, and no other seed is known: the swarm may never complete.</source>
        <translation>
            <numerusform>«{name}» ha alcanzado su objetivo de compartir, pero %Ln de sus piezas no estaba en ningún otro par conectado, y no se conoce otra semilla: puede que el enjambre nunca se complete.</numerusform>
            <numerusform>«{name}» ha alcanzado su objetivo de compartir, pero %Ln de sus piezas no estaban en ningún otro par conectado, y no se conoce otra semilla: puede que el enjambre nunca se complete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have reached their seeding goals, but some of their pieces are on nobody else who was connected, and no other seed is known: their swarms may never complete.</source>
        <translation>
            <numerusform>%Ln torrent ha alcanzado su objetivo de compartir, pero algunas de sus piezas no estaban en ningún otro par conectado, y no se conoce otra semilla: puede que su enjambre nunca se complete.</numerusform>
            <numerusform>%Ln torrents han alcanzado sus objetivos de compartir, pero algunas de sus piezas no estaban en ningún otro par conectado, y no se conoce otra semilla: puede que sus enjambres nunca se completen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is connected, so nobody says which pieces others have.</source>
        <translation>No hay nadie conectado, así que nadie dice qué piezas tienen otros.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces at most are on nobody else who is connected: not all peers have told yet what they have.</source>
        <translation>
            <numerusform>Como mucho %Ln pieza no está en ningún otro par conectado: no todos han dicho aún lo que tienen.</numerusform>
            <numerusform>Como mucho %Ln piezas no están en ningún otro par conectado: no todos han dicho aún lo que tienen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every piece is on somebody else who is connected too.</source>
        <translation>Cada pieza está también en algún otro par conectado.</translation>
    </message>
    <message numerus="yes">
        <source>%n other seeds are known, which have them.</source>
        <translation>
            <numerusform>Se conoce otra semilla (%Ln), que las tiene.</numerusform>
            <numerusform>Se conocen otras %Ln semillas, que las tienen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on nobody else who is connected.</source>
        <translation>
            <numerusform>%Ln pieza no está en ningún otro par conectado.</numerusform>
            <numerusform>%Ln piezas no están en ningún otro par conectado.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {all} pieces</source>
        <translation>{count} de {all} piezas</translation>
    </message>
</context>
<context>
    <name>RarityCard</name>
    <message>
        <source>Rare because of you</source>
        <translation>Raras por ti</translation>
    </message>
</context>
<context>
    <name>RateDialog</name>
    <message>
        <source>&amp;Limit</source>
        <translation>&amp;Limitar</translation>
    </message>
    <message>
        <source>&amp;Keep it in the menu</source>
        <translation>&amp;Guardarlo en el menú</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Set the limit</source>
        <translation>&amp;Fijar el límite</translation>
    </message>
</context>
<context>
    <name>RateField</name>
    <message>
        <source>different: leave as they are</source>
        <translation>distintos: dejarlos como están</translation>
    </message>
</context>
<context>
    <name>RecordCommands</name>
    <message>
        <source>Show the log</source>
        <translation>Mostrar el registro</translation>
    </message>
</context>
<context>
    <name>RefusalDialog</name>
    <message>
        <source>Starling could not be opened</source>
        <translation>No se pudo abrir Starling</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>RelocateDialog</name>
    <message>
        <source>Move the data</source>
        <translation>Mover los datos</translation>
    </message>
    <message>
        <source>Move the data of “{name}”</source>
        <translation>Mover los datos de «{name}»</translation>
    </message>
    <message numerus="yes">
        <source>Move the data of %n torrents</source>
        <translation>
            <numerusform>Mover los datos de %Ln torrent</numerusform>
            <numerusform>Mover los datos de %Ln torrents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Now in</source>
        <translation>Ahora en</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>Carpe&amp;ta</translation>
    </message>
    <message>
        <source>&amp;Move the files there</source>
        <translation>&amp;Mover ahí los archivos</translation>
    </message>
    <message>
        <source>The files are there &amp;already: look for them and check them</source>
        <translation>Los archivos &amp;ya están ahí: buscarlos y comprobarlos</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Mo&amp;ve</source>
        <translation>Mo&amp;ver</translation>
    </message>
    <message>
        <source>&amp;Look there</source>
        <translation>&amp;Buscar ahí</translation>
    </message>
    <message>
        <source>Nothing is moved. What is not there is downloaded again.</source>
        <translation>No se mueve nada. Lo que no esté ahí se descarga otra vez.</translation>
    </message>
    <message>
        <source>They are in this folder.</source>
        <translation>Están en esta carpeta.</translation>
    </message>
    <message>
        <source>What is not complete yet goes there when it is.</source>
        <translation>Lo que aún no está completo irá allí cuando lo esté.</translation>
    </message>
    <message>
        <source>Another disk: they are copied, which you can watch and stop, and removed here when all is there.</source>
        <translation>Es otro disco: se copian, lo que puedes ver y parar, y se borran aquí cuando todo esté allí.</translation>
    </message>
    <message>
        <source>What is there already is never written over.</source>
        <translation>Lo que ya está ahí nunca se sobrescribe.</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>“{name}”: upload slots {value}, until now {before}.</source>
        <translation>«{name}»: huecos de subida {value}, hasta ahora {before}.</translation>
    </message>
    <message>
        <source>“{name}”: connections {value}, until now {before}.</source>
        <translation>«{name}»: conexiones {value}, hasta ahora {before}.</translation>
    </message>
    <message>
        <source>“{name}”: upload limit {value}, until now {before}.</source>
        <translation>«{name}»: límite de subida {value}, hasta ahora {before}.</translation>
    </message>
    <message>
        <source>“{name}”: download limit {value}, until now {before}.</source>
        <translation>«{name}»: límite de descarga {value}, hasta ahora {before}.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>{label}: {value}, until now {before}.</source>
        <translation>{label}: {value}, hasta ahora {before}.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>as the preferences say</source>
        <translation>como en las preferencias</translation>
    </message>
</context>
<context>
    <name>Remote</name>
    <message>
        <source>Requests must not be compressed.</source>
        <translation>Las peticiones no deben venir comprimidas.</translation>
    </message>
    <message>
        <source>Starling has too much to read just now.</source>
        <translation>Starling tiene ahora demasiado que leer.</translation>
    </message>
    <message>
        <source>The request did not arrive in time.</source>
        <translation>La petición no llegó a tiempo.</translation>
    </message>
    <message>
        <source>The request broke off.</source>
        <translation>La petición se interrumpió.</translation>
    </message>
    <message>
        <source>Starling reads requests of at most {size} MiB.</source>
        <translation>Starling lee peticiones de {size} MiB como mucho.</translation>
    </message>
    <message>
        <source>“method” must name what is to be done.</source>
        <translation>«method» debe decir qué hay que hacer.</translation>
    </message>
    <message>
        <source>“{name}” must be an object.</source>
        <translation>«{name}» debe ser un objeto.</translation>
    </message>
    <message>
        <source>{address} ({program})</source>
        <translation>{address} ({program})</translation>
    </message>
    <message>
        <source>Starling has made a mistake in answering this; its log tells more.</source>
        <translation>Starling ha cometido un error al responder a esto; su registro dice más.</translation>
    </message>
    <message>
        <source>This is no request in HTTP that can be understood.</source>
        <translation>Esto no es una petición HTTP que se entienda.</translation>
    </message>
    <message>
        <source>A request must be an object, or a list of objects.</source>
        <translation>Una petición debe ser un objeto o una lista de objetos.</translation>
    </message>
    <message>
        <source>The list of calls is empty.</source>
        <translation>La lista de llamadas está vacía.</translation>
    </message>
    <message>
        <source>At most {count} calls can be made at once.</source>
        <translation>Se pueden hacer {count} llamadas a la vez como mucho.</translation>
    </message>
    <message>
        <source>The torrent has no file {number}.</source>
        <translation>El torrent no tiene el archivo {number}.</translation>
    </message>
    <message>
        <source>There is no group “{name}”: groups are Starling&apos;s labels with limits.</source>
        <translation>No hay ningún grupo «{name}»: los grupos son las etiquetas de Starling que tienen límites.</translation>
    </message>
    <message>
        <source>“name” must be that of a group.</source>
        <translation>«name» debe ser el de un grupo.</translation>
    </message>
    <message>
        <source>Limits of the session hold for every group: they can&apos;t be left out for one.</source>
        <translation>Los límites de la sesión valen para todos los grupos: no se puede excluir a ninguno.</translation>
    </message>
    <message>
        <source>A new group needs a limit that is on: it is a label with limits.</source>
        <translation>Un grupo nuevo necesita un límite activado: es una etiqueta con límites.</translation>
    </message>
    <message>
        <source>Starling does not know this computer by that name. Its names are in Preferences ▸ Remote; an address always works.</source>
        <translation>Starling no conoce este equipo por ese nombre. Sus nombres están en Preferencias ▸ Control remoto; una dirección siempre funciona.</translation>
    </message>
    <message>
        <source>Starling takes nothing from the pages of other computers.</source>
        <translation>Starling no acepta nada de las páginas de otros equipos.</translation>
    </message>
    <message>
        <source>There is nothing here but {path}.</source>
        <translation>Aquí no hay nada más que {path}.</translation>
    </message>
    <message>
        <source>This answer has the header {name}. Send the request again with it; that keeps web pages from controlling Starling in your name.</source>
        <translation>Esta respuesta lleva la cabecera {name}. Envía otra vez la petición con ella: así ninguna página web puede controlar Starling en tu nombre.</translation>
    </message>
    <message>
        <source>Only POST is answered here.</source>
        <translation>Aquí solo se responde a POST.</translation>
    </message>
    <message>
        <source>A name and a password are needed here.</source>
        <translation>Aquí hacen falta usuario y contraseña.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>El usuario o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>Starling takes nothing from this address. Allow it in Preferences ▸ Remote, or as one of the “clients” in settings.toml.</source>
        <translation>Starling no acepta nada de esta dirección. Permítela en Preferencias ▸ Control remoto, o como uno de los «clients» de settings.toml.</translation>
    </message>
    <message>
        <source>There were too many wrong passwords from this address. Try again later.</source>
        <translation>Han llegado demasiadas contraseñas erróneas de esta dirección. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>“ids” must be a list of numbers and hashes.</source>
        <translation>«ids» debe ser una lista de números y hashes.</translation>
    </message>
    <message>
        <source>“ids” must name exactly one torrent that is in the list.</source>
        <translation>«ids» debe indicar exactamente un torrent que esté en la lista.</translation>
    </message>
    <message>
        <source>A call must be an object.</source>
        <translation>Una llamada debe ser un objeto.</translation>
    </message>
    <message>
        <source>“id” must be a text, a number or null.</source>
        <translation>«id» debe ser un texto, un número o null.</translation>
    </message>
    <message>
        <source>“jsonrpc” must be “2.0”.</source>
        <translation>«jsonrpc» debe ser «2.0».</translation>
    </message>
    <message>
        <source>Remote control is closed: another program uses the port {port} at {address}. Choose another one in Preferences ▸ Remote.</source>
        <translation>El control remoto está cerrado: otro programa usa el puerto {port} en {address}. Elige otro en Preferencias ▸ Control remoto.</translation>
    </message>
    <message>
        <source>Remote control is closed: this computer does not have the address {address} now.</source>
        <translation>El control remoto está cerrado: este equipo no tiene ahora la dirección {address}.</translation>
    </message>
    <message>
        <source>Remote control is closed: the system does not let programs of users use port {port}.</source>
        <translation>El control remoto está cerrado: el sistema no deja usar el puerto {port} a los programas de usuarios.</translation>
    </message>
    <message>
        <source>Remote control is closed: {reason} at {address}, port {port}.</source>
        <translation>El control remoto está cerrado: {reason} en {address}, puerto {port}.</translation>
    </message>
    <message>
        <source>The parameters are nested too deeply.</source>
        <translation>Los parámetros están anidados a demasiada profundidad.</translation>
    </message>
    <message>
        <source>Torrents that have reached the seeding goal they get by this would be removed at once: {count}.</source>
        <translation>Torrents que se quitarían enseguida, porque ya han alcanzado el objetivo de compartir que recibirían así: {count}.</translation>
    </message>
    <message>
        <source>“{name}” must be true or false.</source>
        <translation>«{name}» debe ser true o false.</translation>
    </message>
    <message>
        <source>“{name}” must be a whole number.</source>
        <translation>«{name}» debe ser un número entero.</translation>
    </message>
    <message>
        <source>“{name}” must be {low} or more.</source>
        <translation>«{name}» debe ser {low} o más.</translation>
    </message>
    <message>
        <source>“{name}” must be from {low} to {high}.</source>
        <translation>«{name}» debe estar entre {low} y {high}.</translation>
    </message>
    <message>
        <source>“{name}” must be a number.</source>
        <translation>«{name}» debe ser un número.</translation>
    </message>
    <message>
        <source>“{name}” must be a text.</source>
        <translation>«{name}» debe ser un texto.</translation>
    </message>
    <message>
        <source>“{name}” must be a list of texts.</source>
        <translation>«{name}» debe ser una lista de textos.</translation>
    </message>
    <message>
        <source>“{name}” must be a list of whole numbers.</source>
        <translation>«{name}» debe ser una lista de números enteros.</translation>
    </message>
    <message>
        <source>Remote control is closed: at {address} the whole network could come in. Set a password in Preferences ▸ Remote first.</source>
        <translation>El control remoto está cerrado: por {address} podría entrar toda la red. Pon antes una contraseña en Preferencias ▸ Control remoto.</translation>
    </message>
    <message>
        <source>“path” must be the path of a folder.</source>
        <translation>«path» debe ser la ruta de una carpeta.</translation>
    </message>
    <message>
        <source>“path” must be a full path.</source>
        <translation>«path» debe ser una ruta completa.</translation>
    </message>
    <message>
        <source>It is not known how much room there is in {path}: {reason}.</source>
        <translation>No se sabe cuánto sitio hay en {path}: {reason}.</translation>
    </message>
    <message>
        <source>“ip_protocol” must be “ipv4” or “ipv6”.</source>
        <translation>«ip_protocol» debe ser «ipv4» o «ipv6».</translation>
    </message>
    <message>
        <source>No list of addresses is in use: choose one in Starling&apos;s settings.</source>
        <translation>No se usa ninguna lista de direcciones: elige una en los ajustes de Starling.</translation>
    </message>
    <message>
        <source>The router says that it forwards the port, but nobody has connected from outside yet, and Starling asks nobody there.</source>
        <translation>El router dice que redirige el puerto, pero aún no se ha conectado nadie desde fuera, y Starling no pregunta a nadie de allí.</translation>
    </message>
    <message>
        <source>It is not known: nobody has connected from outside yet, and Starling asks nobody there.</source>
        <translation>No se sabe: aún no se ha conectado nadie desde fuera, y Starling no pregunta a nadie de allí.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents have reached this seeding goal and would be removed: Starling itself asks first.</source>
        <translation>
            <numerusform>%Ln torrent ha alcanzado ya este objetivo de compartir y se quitaría: en el propio Starling se pregunta antes.</numerusform>
            <numerusform>%Ln torrents han alcanzado ya este objetivo de compartir y se quitarían: en el propio Starling se pregunta antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Starling leaves .torrent files where they are, but for those in watch folders.</source>
        <translation>Starling deja los archivos .torrent donde están, salvo los de las carpetas vigiladas.</translation>
    </message>
    <message>
        <source>Downloading in order can be chosen for each torrent, not for all new ones.</source>
        <translation>Descargar en orden se elige en cada torrent, no para todos los nuevos.</translation>
    </message>
    <message>
        <source>Wrong passwords are always slowed down.</source>
        <translation>Las contraseñas erróneas siempre se frenan.</translation>
    </message>
    <message>
        <source>A path can&apos;t hold a NUL character.</source>
        <translation>Una ruta no puede contener un carácter NUL.</translation>
    </message>
    <message>
        <source>Which list of addresses is read can be chosen in Starling&apos;s own settings only.</source>
        <translation>Qué lista de direcciones se lee solo se puede elegir en los ajustes del propio Starling.</translation>
    </message>
    <message>
        <source>“preferred_transports” takes “utp” and “tcp”, each once.</source>
        <translation>«preferred_transports» admite «utp» y «tcp», cada uno una vez.</translation>
    </message>
    <message>
        <source>One of µTP and TCP must stay on: nothing could be connected to.</source>
        <translation>µTP o TCP, uno de los dos debe seguir activo: si no, no se podría conectar con nadie.</translation>
    </message>
    <message>
        <source>“encryption” must be “required”, “preferred” or “allowed”.</source>
        <translation>«encryption» debe ser «required», «preferred» o «allowed».</translation>
    </message>
    <message>
        <source>Which programs Starling runs can be chosen in its own preferences only, never by remote control.</source>
        <translation>Los programas que ejecuta Starling solo se eligen en sus propias preferencias, nunca por control remoto.</translation>
    </message>
    <message>
        <source>Starling&apos;s schedule holds more than slow mode at one time of the day, which would be lost: change it in its preferences.</source>
        <translation>El horario de Starling tiene más que el modo lento a una hora del día, y eso se perdería: cámbialo en sus preferencias.</translation>
    </message>
    <message>
        <source>The times must be minutes after midnight, 1440 at most.</source>
        <translation>Las horas deben ser minutos desde medianoche, 1440 como mucho.</translation>
    </message>
    <message>
        <source>The times must be whole hours: Starling&apos;s schedule has no parts of them.</source>
        <translation>Las horas deben ser enteras: el horario de Starling no tiene fracciones de hora.</translation>
    </message>
    <message>
        <source>The days must be the sum of some of 1, 2, 4, 8, 16, 32 and 64.</source>
        <translation>Los días deben ser la suma de algunos de estos números: 1, 2, 4, 8, 16, 32 y 64.</translation>
    </message>
    <message>
        <source>Starling knows no method “{name}”.</source>
        <translation>Starling no conoce ningún método «{name}».</translation>
    </message>
    <message>
        <source>The answers to these calls are too large to be given at once.</source>
        <translation>Las respuestas a estas llamadas son demasiado grandes para darlas de una vez.</translation>
    </message>
    <message>
        <source>Starling has too much to answer just now.</source>
        <translation>Starling tiene ahora demasiado que responder.</translation>
    </message>
    <message>
        <source>Starling is ending.</source>
        <translation>Starling se está cerrando.</translation>
    </message>
    <message>
        <source>This took longer than {seconds} seconds and was given up.</source>
        <translation>Esto tardó más de {seconds} segundos y se abandonó.</translation>
    </message>
    <message>
        <source>This takes longer than {seconds} seconds. Starling goes on with it.</source>
        <translation>Esto tarda más de {seconds} segundos. Starling sigue con ello.</translation>
    </message>
    <message>
        <source>“{name}” must be 1 or more: Starling has no limit that lets nothing through.</source>
        <translation>«{name}» debe ser 1 o más: Starling no tiene ningún límite que no deje pasar nada.</translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>No se pudo leer {file}: {reason}.</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>el disco no responde</translation>
    </message>
    <message>
        <source>The key in {file} is protected by a password. Take one without.</source>
        <translation>La clave de {file} está protegida con contraseña. Usa una que no lo esté.</translation>
    </message>
    <message>
        <source>The key in {key} does not belong to the certificate in {file}.</source>
        <translation>La clave de {key} no corresponde al certificado de {file}.</translation>
    </message>
    <message>
        <source>{file} holds no certificate in PEM form.</source>
        <translation>{file} no contiene ningún certificado en formato PEM.</translation>
    </message>
    <message>
        <source>{file} holds no private key in PEM form.</source>
        <translation>{file} no contiene ninguna clave privada en formato PEM.</translation>
    </message>
    <message>
        <source>The certificate in {file} or its key can&apos;t be used: {reason}.</source>
        <translation>No se puede usar el certificado de {file} o su clave: {reason}.</translation>
    </message>
    <message>
        <source>The certificate in {file} has expired.</source>
        <translation>El certificado de {file} ha caducado.</translation>
    </message>
    <message>
        <source>The certificate in {file} is not valid yet.</source>
        <translation>El certificado de {file} aún no es válido.</translation>
    </message>
    <message>
        <source>Clients may refuse the certificate in {file}: {reason}.</source>
        <translation>Puede que los clientes rechacen el certificado de {file}: {reason}.</translation>
    </message>
    <message>
        <source>“ids” must say which torrents are to be removed.</source>
        <translation>«ids» debe decir qué torrents hay que quitar.</translation>
    </message>
    <message>
        <source>Only torrents that are not complete yet have a place in the queue.</source>
        <translation>Solo tienen puesto en la cola los torrents que aún no están completos.</translation>
    </message>
    <message>
        <source>“filename” or “metainfo” must say what is to be added.</source>
        <translation>«filename» o «metainfo» debe decir qué hay que añadir.</translation>
    </message>
    <message>
        <source>“filename” must be a full path, an http(s) address, a magnet link or an info-hash.</source>
        <translation>«filename» debe ser una ruta completa, una dirección http(s), un enlace magnet o un info-hash.</translation>
    </message>
    <message>
        <source>“cookies” must be one line: name1=content1; name2=content2.</source>
        <translation>«cookies» debe ser una línea: nombre1=contenido1; nombre2=contenido2.</translation>
    </message>
    <message>
        <source>“metainfo” must be the content of a .torrent file in base64.</source>
        <translation>«metainfo» debe ser el contenido de un archivo .torrent en base64.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is no .torrent file.</source>
        <translation>{path} no es un archivo .torrent.</translation>
    </message>
    <message>
        <source>{path} is larger than 64 MB: that is no .torrent file.</source>
        <translation>{path} ocupa más de 64 MB: eso no es un archivo .torrent.</translation>
    </message>
    <message>
        <source>“{name}” takes {count} names at most.</source>
        <translation>«{name}» admite {count} nombres como mucho.</translation>
    </message>
    <message>
        <source>“fields” must name what is asked for of each torrent.</source>
        <translation>«fields» debe decir qué se pide de cada torrent.</translation>
    </message>
    <message>
        <source>“location” must say where the torrents are to lie.</source>
        <translation>«location» debe decir dónde van a estar los torrents.</translation>
    </message>
    <message>
        <source>“path” must be a file or a folder of the torrent, and “name” its new name.</source>
        <translation>«path» debe ser un archivo o una carpeta del torrent, y «name» su nombre nuevo.</translation>
    </message>
    <message>
        <source>“{name}” must be a full path, not “{path}”.</source>
        <translation>«{name}» debe ser una ruta completa, no «{path}».</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>There is no tracker {number}: the torrent has {count}.</source>
        <translation>No hay rastreador {number}: el torrent tiene {count}.</translation>
    </message>
    <message>
        <source>The trackers are like that already.</source>
        <translation>Los rastreadores ya están así.</translation>
    </message>
    <message>
        <source>“tracker_replace” must be a list of numbers and addresses in turn.</source>
        <translation>«tracker_replace» debe ser una lista en la que se alternen números y direcciones.</translation>
    </message>
    <message>
        <source>Torrents have no bandwidth priority here: “bandwidth_priority” can be 0 only.</source>
        <translation>Aquí los torrents no tienen prioridad de ancho de banda: «bandwidth_priority» solo puede ser 0.</translation>
    </message>
    <message>
        <source>The limits of the session hold for every torrent: “honors_session_limits” can be true only.</source>
        <translation>Los límites de la sesión valen para todos los torrents: «honors_session_limits» solo puede ser true.</translation>
    </message>
    <message>
        <source>Pieces are downloaded in order from the first one on: “sequential_download_from_piece” can be 0 only.</source>
        <translation>Las piezas se descargan en orden desde la primera: «sequential_download_from_piece» solo puede ser 0.</translation>
    </message>
    <message>
        <source>The request can&apos;t be read as JSON: {reason}.</source>
        <translation>La petición no se puede leer como JSON: {reason}.</translation>
    </message>
    <message>
        <source>The request holds too many values.</source>
        <translation>La petición contiene demasiados valores.</translation>
    </message>
</context>
<context>
    <name>RemoteLine</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the address for clients</source>
        <translation>Copiar la dirección para los clientes</translation>
    </message>
    <message>
        <source>Open at {address}</source>
        <translation>Abierto en {address}</translation>
    </message>
    <message>
        <source>Only this computer gets in: “{label}” is empty.</source>
        <translation>Solo puede entrar este equipo: «{label}» está vacío.</translation>
    </message>
    <message>
        <source>It is being opened…</source>
        <translation>Se está abriendo…</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>The address is on the clipboard.</source>
        <translation>La dirección está en el portapapeles.</translation>
    </message>
</context>
<context>
    <name>RemoteNotices</name>
    <message>
        <source>P&amp;references…</source>
        <translation>P&amp;referencias…</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents were added by {client}.</source>
        <translation>
            <numerusform>{client} ha añadido %Ln torrent.</numerusform>
            <numerusform>{client} ha añadido %Ln torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>A torrent was added by {client}.</source>
        <translation>{client} ha añadido un torrent.</translation>
    </message>
    <message>
        <source>“{name}” was added by {client}.</source>
        <translation>{client} ha añadido «{name}».</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents were removed by {client}.</source>
        <translation>
            <numerusform>{client} ha quitado %Ln torrent.</numerusform>
            <numerusform>{client} ha quitado %Ln torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” was removed by {client}.</source>
        <translation>{client} ha quitado «{name}».</translation>
    </message>
    <message>
        <source>The files are in the trash.</source>
        <translation>Los archivos están en la papelera.</translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>Los archivos siguen donde están.</translation>
    </message>
</context>
<context>
    <name>RemotePasswordEditor</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: {label}</source>
        <translation>Quitar: {label}</translation>
    </message>
    <message>
        <source>{label}: {state}</source>
        <translation>{label}: {state}</translation>
    </message>
    <message>
        <source>The password could not be kept: {reason}.</source>
        <translation>No se pudo guardar la contraseña: {reason}.</translation>
    </message>
    <message>
        <source>Nobody gets in</source>
        <translation>Nadie puede entrar</translation>
    </message>
    <message>
        <source>A password is set</source>
        <translation>Hay una contraseña</translation>
    </message>
    <message>
        <source>No password is set</source>
        <translation>No hay contraseña</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>¿Quitar «{name}»?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n torrents?</source>
        <translation>
            <numerusform>¿Quitar %Ln torrent?</numerusform>
            <numerusform>¿Quitar %Ln torrents?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Move the downloaded &amp;files to the trash too</source>
        <translation>Mover también los archi&amp;vos descargados a la papelera</translation>
    </message>
    <message>
        <source>Move the downloaded &amp;files to the trash too ({size})</source>
        <translation>Mover también los archi&amp;vos descargados a la papelera ({size})</translation>
    </message>
    <message>
        <source>&amp;Ask every time</source>
        <translation>&amp;Preguntar siempre</translation>
    </message>
    <message numerus="yes">
        <source>This can be undone for %n days.</source>
        <translation>
            <numerusform>Se puede deshacer durante %Ln día.</numerusform>
            <numerusform>Se puede deshacer durante %Ln días.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>RemoveLabelDialog</name>
    <message>
        <source>Remove label</source>
        <translation>Quitar etiqueta</translation>
    </message>
    <message>
        <source>Remove the label “{label}”?</source>
        <translation>¿Quitar la etiqueta «{label}»?</translation>
    </message>
    <message>
        <source>No torrent has it.</source>
        <translation>No la tiene ningún torrent.</translation>
    </message>
    <message numerus="yes">
        <source>It is taken from %n torrents, which stay in the list as they are.</source>
        <translation>
            <numerusform>Se quita de %Ln torrent, que sigue en la lista como está.</numerusform>
            <numerusform>Se quita de %Ln torrents, que siguen en la lista como están.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>RemoveSourcesDialog</name>
    <message>
        <source>Remove trackers</source>
        <translation>Quitar rastreadores</translation>
    </message>
    <message>
        <source>Remove “{address}”?</source>
        <translation>¿Quitar «{address}»?</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n addresses?</source>
        <translation>
            <numerusform>¿Quitar %Ln dirección?</numerusform>
            <numerusform>¿Quitar %Ln direcciones?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>No tracker is left then: peers come by DHT, peer exchange and local network only.</source>
        <translation>No queda ningún rastreador: los pares llegarán solo por la DHT, el intercambio de pares y la red local.</translation>
    </message>
    <message>
        <source>A tracker that goes is not told: it may go on giving your address to others until it forgets you, mostly within half an hour.</source>
        <translation>A un rastreador que se quita no se le avisa: puede seguir dando tu dirección a otros hasta que te olvide, casi siempre en media hora.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
</context>
<context>
    <name>Removed</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>Días que quedan</translation>
    </message>
    <message>
        <source>After these it is forgotten; what is in the trash stays there</source>
        <translation>Después se olvida; lo que esté en la papelera se queda allí</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>En la papelera</translation>
    </message>
</context>
<context>
    <name>RemovedDialog</name>
    <message>
        <source>Removed torrents</source>
        <translation>Torrents quitados</translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation>Buscar nombres y carpetas</translation>
    </message>
    <message>
        <source>Search the removed torrents</source>
        <translation>Buscar en los torrents quitados</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Olvidar…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Recuperar</translation>
    </message>
    <message numerus="yes">
        <source>Removed torrents can come back for %n days, with all that was set.</source>
        <translation>
            <numerusform>Los torrents quitados pueden volver durante %Ln día, con todo lo ajustado.</numerusform>
            <numerusform>Los torrents quitados pueden volver durante %Ln días, con todo lo ajustado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed torrents are not kept: the preferences say so.</source>
        <translation>Los torrents quitados no se conservan: lo dicen las preferencias.</translation>
    </message>
    <message>
        <source>No removed torrent matches.</source>
        <translation>Ningún torrent quitado coincide.</translation>
    </message>
    <message>
        <source>No torrent was removed lately.</source>
        <translation>No se ha quitado ningún torrent últimamente.</translation>
    </message>
    <message numerus="yes">
        <source>Bringing %n torrents back…</source>
        <translation>
            <numerusform>Recuperando %Ln torrent…</numerusform>
            <numerusform>Recuperando %Ln torrents…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are back.</source>
        <translation>
            <numerusform>%Ln torrent ha vuelto.</numerusform>
            <numerusform>%Ln torrents han vuelto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenameDialog</name>
    <message>
        <source>Rename folder</source>
        <translation>Cambiar el nombre de la carpeta</translation>
    </message>
    <message>
        <source>Rename file</source>
        <translation>Cambiar el nombre del archivo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Ca&amp;mbiar</translation>
    </message>
    <message>
        <source>A name can&apos;t hold “/”: renaming moves nothing to another folder.</source>
        <translation>Un nombre no puede llevar «/»: cambiar el nombre no mueve nada a otra carpeta.</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace file</source>
        <translation>Sustituir archivo</translation>
    </message>
    <message>
        <source>Replace “{name}”?</source>
        <translation>¿Sustituir «{name}»?</translation>
    </message>
    <message>
        <source>There is such a file in {folder}.</source>
        <translation>Ya hay un archivo así en {folder}.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Sustituir</translation>
    </message>
</context>
<context>
    <name>ResetDialog</name>
    <message>
        <source>Reset everything</source>
        <translation>Restablecer todo</translation>
    </message>
    <message numerus="yes">
        <source>Give %n settings their defaults back?</source>
        <translation>
            <numerusform>¿Devolver %Ln ajuste a su valor predeterminado?</numerusform>
            <numerusform>¿Devolver %Ln ajustes a sus valores predeterminados?</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders, limits, lists and rules on every page go. Torrents stay as they are.</source>
        <translation>Se pierden las carpetas, los límites, las listas y las reglas de todas las páginas. Los torrents siguen como están.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Reset everything</source>
        <translation>&amp;Restablecer todo</translation>
    </message>
</context>
<context>
    <name>ResetStatisticsDialog</name>
    <message>
        <source>Reset all time</source>
        <translation>Restablecer el total</translation>
    </message>
    <message>
        <source>Begin the sums of all time anew?</source>
        <translation>¿Empezar de nuevo las sumas totales?</translation>
    </message>
    <message>
        <source>Days and months stay as they are. You can undo it until you quit.</source>
        <translation>Los días y los meses siguen como están. Puedes deshacerlo hasta que salgas.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>The rules</source>
        <translation>Las reglas</translation>
    </message>
    <message>
        <source>Protocol…</source>
        <translation>Protocolo…</translation>
    </message>
    <message>
        <source>Choose by which rules slots are given and pieces are asked for</source>
        <translation>Elegir con qué reglas se dan los huecos y se piden las piezas</translation>
    </message>
    <message>
        <source>Upload slots</source>
        <translation>Huecos de subida</translation>
    </message>
    <message>
        <source>every {duration}</source>
        <translation>cada {duration}</translation>
    </message>
    <message>
        <source>Given anew</source>
        <translation>Se reparten</translation>
    </message>
    <message>
        <source>You serve</source>
        <translation>A quién sirves</translation>
    </message>
    <message>
        <source>A peer that says how many it takes ahead is asked for up to that instead.</source>
        <translation>A un par que dice cuántos admite por adelantado se le piden hasta esos.</translation>
    </message>
    <message>
        <source>Asked of a peer ahead</source>
        <translation>Se pide por adelantado</translation>
    </message>
    <message>
        <source>after {duration} at most</source>
        <translation>tras {duration} como mucho</translation>
    </message>
    <message>
        <source>{slots}, {optimistic} by turns</source>
        <translation>{slots}, {optimistic} por turnos</translation>
    </message>
    <message>
        <source>A peer snubs you</source>
        <translation>Par moroso</translation>
    </message>
    <message numerus="yes">
        <source>%n blocks, unless it says how many it takes</source>
        <translation>
            <numerusform>%Ln bloque, si no dice cuántos acepta</numerusform>
            <numerusform>%Ln bloques, si no dice cuántos acepta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%Ln pieza</numerusform>
            <numerusform>%Ln piezas</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>At random first</source>
        <translation>Primero al azar</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Begun pieces first</source>
        <translation>Antes las empezadas</translation>
    </message>
    <message>
        <source>as many as the upload fills</source>
        <translation>cuantos llene la subida</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Not as libtorrent has it by default.</source>
        <translation>Distinto de lo predeterminado en libtorrent.</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Apply the rules</source>
        <translation>Aplicar las reglas</translation>
    </message>
    <message numerus="yes">
        <source>Give labels to %n torrents?</source>
        <translation>
            <numerusform>¿Poner etiquetas a %Ln torrent?</numerusform>
            <numerusform>¿Poner etiquetas a %Ln torrents?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to give</source>
        <translation>Nada que poner</translation>
    </message>
    <message>
        <source>{label}: {count}</source>
        <translation>{label}: {count}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>All torrents have the labels that the rules give.</source>
        <translation>Todos los torrents tienen las etiquetas que ponen las reglas.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Give</source>
        <translation>&amp;Poner</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>SafeName</name>
    <message>
        <source>The path is too long for the disk, its folders included.</source>
        <translation>La ruta, con sus carpetas, es demasiado larga para el disco.</translation>
    </message>
    <message>
        <source>The new path has to stay inside the torrent&apos;s folder.</source>
        <translation>La ruta nueva debe quedar dentro de la carpeta del torrent.</translation>
    </message>
    <message>
        <source>A name can&apos;t be empty.</source>
        <translation>Un nombre no puede estar vacío.</translation>
    </message>
    <message>
        <source>“{name}” means a folder to the system: it can&apos;t be a name.</source>
        <translation>«{name}» significa una carpeta para el sistema: no puede ser un nombre.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be a name: {character} isn&apos;t possible in one.</source>
        <translation>«{name}» no puede ser un nombre: {character} no cabe en ninguno.</translation>
    </message>
    <message>
        <source>“{name}” holds characters that can&apos;t be seen, or that turn the direction of writing.</source>
        <translation>«{name}» contiene caracteres que no se ven o que invierten la dirección de escritura.</translation>
    </message>
    <message>
        <source>“{name}…” is too long: a name can have {count} bytes.</source>
        <translation>«{name}…» es demasiado largo: un nombre puede tener {count} bytes.</translation>
    </message>
    <message>
        <source>Windows keeps “{name}” for a device.</source>
        <translation>Windows reserva «{name}» para un dispositivo.</translation>
    </message>
    <message>
        <source>“{name}” ends with a dot or a space, which Windows would take off.</source>
        <translation>«{name}» acaba en un punto o un espacio, que Windows quitaría.</translation>
    </message>
</context>
<context>
    <name>SaveIn</name>
    <message>
        <source>B&amp;rowse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>{free} free on {place}, {lacking} too little for this</source>
        <translation>{free} libres en {place}, faltan {lacking} para esto</translation>
    </message>
    <message>
        <source>{free} free on {place}</source>
        <translation>{free} libres en {place}</translation>
    </message>
    <message>
        <source>{free} free on {place}, {rest} after this</source>
        <translation>{free} libres en {place}, {rest} después de esto</translation>
    </message>
    <message>
        <source>{room}. The folder will be made.</source>
        <translation>{room}. Se creará la carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {rest} after all %n</source>
        <translation>
            <numerusform>{free} libres en {place}, {rest} después del %Ln</numerusform>
            <numerusform>{free} libres en {place}, {rest} después de los %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {lacking} too little for all %n</source>
        <translation>
            <numerusform>{free} libres en {place}, faltan {lacking} para el %Ln</numerusform>
            <numerusform>{free} libres en {place}, faltan {lacking} para los %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {rest} after %n of the {all}</source>
        <translation>
            <numerusform>{free} libres en {place}, {rest} después de %Ln de los {all}</numerusform>
            <numerusform>{free} libres en {place}, {rest} después de %Ln de los {all}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{free} free on {place}, {lacking} too little for %n of the {all}</source>
        <translation>
            <numerusform>{free} libres en {place}, faltan {lacking} para %Ln de los {all}</numerusform>
            <numerusform>{free} libres en {place}, faltan {lacking} para %Ln de los {all}</numerusform>
        </translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>Guardar en</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Saved filters must be a list.</source>
        <translation>Los filtros guardados deben ser una lista.</translation>
    </message>
    <message>
        <source>There are two saved filters named “{name}”.</source>
        <translation>Hay dos filtros guardados llamados «{name}».</translation>
    </message>
    <message>
        <source>Each saved filter needs a name and a query.</source>
        <translation>Cada filtro guardado necesita un nombre y una consulta.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>{file} could not be saved: {reason}.</source>
        <translation>No se pudo guardar {file}: {reason}.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>está vacío</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Full speed</source>
        <translation>Velocidad plena</translation>
    </message>
    <message>
        <source>Slow mode</source>
        <translation>Modo lento</translation>
    </message>
    <message>
        <source>Seeding only</source>
        <translation>Solo compartir</translation>
    </message>
    <message>
        <source>Everything waits</source>
        <translation>Todo espera</translation>
    </message>
    <message>
        <source>Waiting: seeding only</source>
        <translation>En espera: solo compartir</translation>
    </message>
    <message>
        <source>Waiting: schedule</source>
        <translation>En espera: horario</translation>
    </message>
    <message>
        <source>Waiting until {time}: seeding only</source>
        <translation>En espera hasta {time}: solo compartir</translation>
    </message>
    <message>
        <source>Waiting until {time}: schedule</source>
        <translation>En espera hasta {time}: horario</translation>
    </message>
    <message>
        <source>Seeding only by schedule</source>
        <translation>Solo compartir, por el horario</translation>
    </message>
    <message>
        <source>Everything waits by schedule</source>
        <translation>Todo espera, por el horario</translation>
    </message>
    <message>
        <source>Seeding only by schedule until {time}</source>
        <translation>Solo compartir hasta {time}, por el horario</translation>
    </message>
    <message>
        <source>Everything waits by schedule until {time}</source>
        <translation>Todo espera hasta {time}, por el horario</translation>
    </message>
    <message>
        <source>Slow mode by schedule until {time}</source>
        <translation>Modo lento hasta {time}, por el horario</translation>
    </message>
    <message>
        <source>Slow mode until {time}</source>
        <translation>Modo lento hasta {time}</translation>
    </message>
    <message>
        <source>Full speed until {time}</source>
        <translation>Velocidad plena hasta {time}</translation>
    </message>
</context>
<context>
    <name>ScheduleEditor</name>
    <message>
        <source>Choose a mode and paint with the mouse, also over the names of days and hours. Or move with the arrows, select with Shift, and press 1 to 4. In seeding only and where everything waits, “Start now” lets a torrent run all the same.</source>
        <translation>Elige un modo y pinta con el ratón, también sobre los nombres de días y horas. O muévete con las flechas, selecciona con Mayús y pulsa de 1 a 4. Cuando solo se comparte y cuando todo espera, «Iniciar ahora» deja ir a un torrent de todos modos.</translation>
    </message>
</context>
<context>
    <name>ScheduleGrid</name>
    <message>
        <source>different</source>
        <translation>distintos</translation>
    </message>
    <message>
        <source>{hours}: {mode}</source>
        <translation>{hours}: {mode}</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Cada día</translation>
    </message>
    <message>
        <source>{day}, {begin} to {end}</source>
        <translation>{day}, de {begin} a {end}</translation>
    </message>
</context>
<context>
    <name>Seats</name>
    <message>
        <source>Slot {number}</source>
        <translation>Hueco {number}</translation>
    </message>
    <message>
        <source>Optimistic slot</source>
        <translation>Hueco optimista</translation>
    </message>
    <message>
        <source>Without a slot</source>
        <translation>Sin hueco</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Wants nothing</source>
        <translation>No quiere nada</translation>
    </message>
    <message>
        <source>gives nothing</source>
        <translation>no da nada</translation>
    </message>
    <message>
        <source>gives you {rate}</source>
        <translation>te da {rate}</translation>
    </message>
    <message>
        <source>has nothing you need</source>
        <translation>no tiene nada que necesites</translation>
    </message>
    <message>
        <source>chokes us</source>
        <translation>nos ahoga</translation>
    </message>
    <message>
        <source>chokes us, {duration}</source>
        <translation>nos ahoga, {duration}</translation>
    </message>
    <message>
        <source>asked, nothing came yet</source>
        <translation>pedido, aún no llega nada</translation>
    </message>
    <message>
        <source>snubbed: let us ask, then sent nothing</source>
        <translation>moroso: nos dejó pedir y no envió</translation>
    </message>
    <message>
        <source>snubbed: let us ask, then sent nothing for {duration}</source>
        <translation>moroso: nos dejó pedir; {duration} sin enviar</translation>
    </message>
    <message>
        <source>waits, {duration}</source>
        <translation>espera, {duration}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>optimistic</source>
        <translation>optimista</translation>
    </message>
    <message>
        <source>optimistic, for {duration} more</source>
        <translation>optimista, {duration} más</translation>
    </message>
    <message>
        <source>takes {rate}</source>
        <translation>recibe {rate}</translation>
    </message>
    <message>
        <source>has {percent}</source>
        <translation>tiene {percent}</translation>
    </message>
    <message>
        <source>gets {rate}</source>
        <translation>recibe {rate}</translation>
    </message>
    <message>
        <source>{place}: {facts}</source>
        <translation>{place}: {facts}</translation>
    </message>
    <message>
        <source>Has waited for {duration}.</source>
        <translation>Espera desde hace {duration}.</translation>
    </message>
    <message>
        <source>Has had its slot for {duration}.</source>
        <translation>Tiene su hueco desde hace {duration}.</translation>
    </message>
    <message>
        <source>Between the last two rounds it gave you {size}.</source>
        <translation>Entre las dos últimas rondas te dio {size}.</translation>
    </message>
    <message>
        <source>Between the last two rounds it took {size}.</source>
        <translation>Entre las dos últimas rondas recibió {size}.</translation>
    </message>
    <message>
        <source>Looked at for {duration}: so long is the average.</source>
        <translation>Se mira desde hace {duration}: de ese tiempo es la media.</translation>
    </message>
    <message>
        <source>It wants your pieces; you need none.</source>
        <translation>Quiere piezas tuyas; tú no necesitas ninguna.</translation>
    </message>
    <message>
        <source>Neither of you wants anything of the other.</source>
        <translation>Ninguno quiere nada del otro.</translation>
    </message>
    <message>
        <source>You want its pieces, and it wants yours.</source>
        <translation>Tú quieres piezas suyas y él tuyas.</translation>
    </message>
    <message>
        <source>You want its pieces; it wants none of yours.</source>
        <translation>Tú quieres piezas suyas; él ninguna tuya.</translation>
    </message>
    <message>
        <source>It wants your pieces; it has none that you need.</source>
        <translation>Quiere piezas tuyas; no tiene ninguna que necesites.</translation>
    </message>
    <message>
        <source>It lets you download.</source>
        <translation>Te deja descargar.</translation>
    </message>
    <message>
        <source>It chokes you.</source>
        <translation>Te ahoga.</translation>
    </message>
    <message>
        <source>It has choked you for {duration}.</source>
        <translation>Te ahoga desde hace {duration}.</translation>
    </message>
    <message numerus="yes">
        <source>This torrent may have no more than %n slots: your limit.</source>
        <translation>
            <numerusform>Este torrent solo puede tener %Ln hueco: tu límite.</numerusform>
            <numerusform>Este torrent solo puede tener %Ln huecos: tu límite.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty until they are given by turns.</source>
        <translation>
            <numerusform>%Ln hueco vacío hasta que se dé por turnos.</numerusform>
            <numerusform>%Ln huecos vacíos hasta que se den por turnos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty until the next round.</source>
        <translation>
            <numerusform>%Ln hueco vacío hasta la próxima ronda.</numerusform>
            <numerusform>%Ln huecos vacíos hasta la próxima ronda.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty: nobody else needs one.</source>
        <translation>
            <numerusform>%Ln hueco vacío: nadie más lo necesita.</numerusform>
            <numerusform>%Ln huecos vacíos: nadie más los necesita.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty: nobody else wants data.</source>
        <translation>
            <numerusform>%Ln hueco vacío: nadie más quiere datos.</numerusform>
            <numerusform>%Ln huecos vacíos: nadie más quiere datos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slots are empty: nobody wants data.</source>
        <translation>
            <numerusform>%Ln hueco vacío: nadie quiere datos.</numerusform>
            <numerusform>%Ln huecos vacíos: nadie quiere datos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your {slots} slots are held by peers of other torrents.</source>
        <translation>
            <numerusform>%Ln de tus {slots} huecos lo tiene un par de otro torrent.</numerusform>
            <numerusform>%Ln de tus {slots} huecos los tienen pares de otros torrents.</numerusform>
        </translation>
    </message>
    <message>
        <source>whoever gives anything wins a slot</source>
        <translation>quien dé algo gana un hueco</translation>
    </message>
    <message>
        <source>a slot takes more than {rate}</source>
        <translation>un hueco cuesta más de {rate}</translation>
    </message>
    <message>
        <source>more than {rate} wins a slot</source>
        <translation>con más de {rate} se gana un hueco</translation>
    </message>
    <message>
        <source>{seeds} and {peers} want nothing from you.</source>
        <translation>{seeds} y {peers} no quieren nada tuyo.</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%Ln semilla</numerusform>
            <numerusform>%Ln semillas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln par</numerusform>
            <numerusform>%Ln pares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeds want nothing from you.</source>
        <translation>
            <numerusform>%Ln semilla no quiere nada tuyo.</numerusform>
            <numerusform>%Ln semillas no quieren nada tuyo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers want nothing from you.</source>
        <translation>
            <numerusform>%Ln par no quiere nada tuyo.</numerusform>
            <numerusform>%Ln pares no quieren nada tuyo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your upload slots</source>
        <translation>Tus huecos de subida</translation>
    </message>
    <message>
        <source>gives you, {duration} average</source>
        <translation>te da, media de {duration}</translation>
    </message>
    <message>
        <source>has · takes, {duration} average</source>
        <translation>tiene · recibe, media de {duration}</translation>
    </message>
    <message>
        <source>There is no limit on slots: whoever wants data gets it.</source>
        <translation>Los huecos no tienen límite: quien quiere datos los recibe.</translation>
    </message>
    <message>
        <source>They download without a slot</source>
        <translation>Descargan sin hueco</translation>
    </message>
    <message>
        <source>local network: slots do not count</source>
        <translation>red local: los huecos no cuentan</translation>
    </message>
    <message>
        <source>Waiting: they want data and you choke them</source>
        <translation>En espera: quieren datos y los ahogas</translation>
    </message>
    <message numerus="yes">
        <source>and %n more wait</source>
        <translation>
            <numerusform>y %Ln más espera</numerusform>
            <numerusform>y %Ln más esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more download</source>
        <translation>
            <numerusform>y %Ln más descarga</numerusform>
            <numerusform>y %Ln más descargan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Back to the default: {value}</source>
        <translation>Volver al valor predeterminado: {value}</translation>
    </message>
    <message>
        <source>Reset “{label}” to the default: {value}</source>
        <translation>Restablecer «{label}» al valor predeterminado: {value}</translation>
    </message>
    <message>
        <source>“{label}” decides this: {value}.</source>
        <translation>Lo decide «{label}»: {value}.</translation>
    </message>
    <message>
        <source>Has an effect only with “{label}”.</source>
        <translation>Solo tiene efecto con «{label}».</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>Holds from the next start of Starling on.</source>
        <translation>Vale desde el próximo inicio de Starling.</translation>
    </message>
    <message>
        <source>A change holds from the next start of Starling on.</source>
        <translation>Un cambio vale desde el próximo inicio de Starling.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatización</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Control remoto</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>“{label}” takes {count} entries at most.</source>
        <translation>«{label}» admite como mucho {count} entradas.</translation>
    </message>
    <message>
        <source>“{label}” is either true or false.</source>
        <translation>«{label}» es true o false.</translation>
    </message>
    <message>
        <source>“{label}” must be from {low} to {high}.</source>
        <translation>«{label}» debe estar entre {low} y {high}.</translation>
    </message>
    <message>
        <source>“{label}” must be a whole number.</source>
        <translation>«{label}» debe ser un número entero.</translation>
    </message>
    <message>
        <source>“{label}” must be a number.</source>
        <translation>«{label}» debe ser un número.</translation>
    </message>
    <message>
        <source>“{label}” must be a text.</source>
        <translation>«{label}» debe ser un texto.</translation>
    </message>
    <message>
        <source>“{label}” must be one of {names}.</source>
        <translation>«{label}» debe ser uno de estos: {names}.</translation>
    </message>
    <message>
        <source>“{label}” must be a list of texts.</source>
        <translation>«{label}» debe ser una lista de textos.</translation>
    </message>
    <message>
        <source>“{label}” must be a table of numbers, texts, true and false.</source>
        <translation>«{label}» debe ser una tabla de números, textos, true y false.</translation>
    </message>
    <message>
        <source>“{label}” must be a full path.</source>
        <translation>«{label}» debe ser una ruta completa.</translation>
    </message>
    <message>
        <source>“{label}” takes names such as eth0 and addresses such as 192.0.2.1, not “{name}”.</source>
        <translation>«{label}» admite nombres como eth0 y direcciones como 192.0.2.1, no «{name}».</translation>
    </message>
    <message>
        <source>“{label}” takes host:port, not “{node}”.</source>
        <translation>«{label}» admite servidor:puerto, no «{node}».</translation>
    </message>
    <message>
        <source>“{label}” takes addresses and ranges such as 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 and 2001:db8::/32, not “{ban}”.</source>
        <translation>«{label}» admite direcciones y rangos como 192.0.2.1, 192.0.2.0/24, 192.0.2.1-192.0.2.9 y 2001:db8::/32, no «{ban}».</translation>
    </message>
    <message>
        <source>“{label}”: {key} does not fit in 32 bits.</source>
        <translation>«{label}»: {key} no cabe en 32 bits.</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>“{label}” must be a full path, or empty.</source>
        <translation>«{label}» debe ser una ruta completa, o estar vacío.</translation>
    </message>
    <message>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <source>Start torrents when they are added</source>
        <translation>Iniciar los torrents al añadirlos</translation>
    </message>
    <message>
        <source>Ask where and what to save when adding</source>
        <translation>Preguntar dónde y qué guardar al añadir</translation>
    </message>
    <message>
        <source>Never download files like</source>
        <translation>No descargar nunca archivos como</translation>
    </message>
    <message>
        <source>Patterns such as *.nfo or sample/*, for every torrent that is added.</source>
        <translation>Patrones como *.nfo o sample/*, para cada torrent que se añada.</translation>
    </message>
    <message>
        <source>Keep incomplete torrents in</source>
        <translation>Guardar los torrents incompletos en</translation>
    </message>
    <message>
        <source>Another folder in which torrents that are added lie until they are complete; then they are moved to their own. Empty: they are in their own from the beginning.</source>
        <translation>Otra carpeta en la que están los torrents añadidos hasta completarse; luego se mueven a la suya. Vacía: están en la suya desde el principio.</translation>
    </message>
    <message>
        <source>Move complete torrents to</source>
        <translation>Mover los torrents completos a</translation>
    </message>
    <message>
        <source>For torrents that are added from now on. Empty: they stay in their own folder.</source>
        <translation>Para los torrents que se añadan desde ahora. Vacía: se quedan en su carpeta.</translation>
    </message>
    <message>
        <source>Names of unfinished files end in .part</source>
        <translation>Los archivos sin terminar acaban en .part</translation>
    </message>
    <message>
        <source>On the disk, until they are complete, so that other programs leave them alone. Files that were there before their torrent keep their names. Not on Windows.</source>
        <translation>En el disco, hasta que se completen, para que otros programas no los toquen. Los que ya estaban antes que su torrent conservan su nombre. En Windows, no.</translation>
    </message>
    <message>
        <source>Take the room of whole files at once</source>
        <translation>Reservar de una vez el sitio de los archivos enteros</translation>
    </message>
    <message>
        <source>For torrents that are added from now on. Files are in fewer bits on the disk then, and need their room from the beginning.</source>
        <translation>Para los torrents que se añadan desde ahora. Los archivos quedan en menos trozos en el disco y ocupan su sitio desde el principio.</translation>
    </message>
    <message>
        <source>Keep free on each disk</source>
        <translation>Dejar libre en cada disco</translation>
    </message>
    <message>
        <source>Downloads wait before a disk has less than this, and go on when there is room again; seeds go on.</source>
        <translation>Las descargas esperan antes de que un disco tenga menos que esto y siguen cuando vuelve a haber sitio; lo que se comparte sigue.</translation>
    </message>
    <message>
        <source>fill it up</source>
        <translation>llenarlo</translation>
    </message>
    <message>
        <source>Ask before removing torrents</source>
        <translation>Preguntar antes de quitar torrents</translation>
    </message>
    <message>
        <source>Removed torrents can come back for</source>
        <translation>Los torrents quitados pueden volver durante</translation>
    </message>
    <message>
        <source>Undo brings them back as they were, with their files out of the trash as long as that is not emptied.</source>
        <translation>Deshacer los recupera como estaban, con sus archivos sacados de la papelera mientras no se vacíe.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Límite de descarga</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Límite de subida</translation>
    </message>
    <message>
        <source>Limits of a torrent or a label hold there in any case.</source>
        <translation>Los límites de un torrent o de una etiqueta valen allí en todo caso.</translation>
    </message>
    <message>
        <source>Another upload limit while nothing is downloaded</source>
        <translation>Otro límite de subida mientras no se descarga nada</translation>
    </message>
    <message>
        <source>It takes the place of the normal one half a minute after the last download has ended or stalled.</source>
        <translation>Sustituye al normal medio minuto después de que la última descarga termine o se pare.</translation>
    </message>
    <message>
        <source>While only seeding</source>
        <translation>Mientras solo se comparte</translation>
    </message>
    <message>
        <source>Upload limit while only seeding</source>
        <translation>Límite de subida mientras solo se comparte</translation>
    </message>
    <message>
        <source>Slow mode</source>
        <translation>Modo lento</translation>
    </message>
    <message>
        <source>Uses the limits of slow mode instead of the normal ones. While the schedule is followed, it switches this: what you switch yourself holds until it says something else.</source>
        <translation>Usa los límites del modo lento en vez de los normales. Mientras se sigue el horario, él lo enciende y apaga: lo que cambies tú vale hasta que diga otra cosa.</translation>
    </message>
    <message>
        <source>“{label}” must be a list of rates in bytes per second.</source>
        <translation>«{label}» debe ser una lista de velocidades en bytes por segundo.</translation>
    </message>
    <message>
        <source>Rates in the menu of the status bar</source>
        <translation>Velocidades del menú de la barra de estado</translation>
    </message>
    <message>
        <source>Separated by semicolons. They are offered beside steps around the present limit, for both ways.</source>
        <translation>Separadas por punto y coma. Se ofrecen junto a pasos en torno al límite actual, para ambos sentidos.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Download limit in slow mode</source>
        <translation>Límite de descarga en modo lento</translation>
    </message>
    <message>
        <source>Upload limit in slow mode</source>
        <translation>Límite de subida en modo lento</translation>
    </message>
    <message>
        <source>Limit the local network too</source>
        <translation>Limitar también la red local</translation>
    </message>
    <message>
        <source>Downloads at a time</source>
        <translation>Descargas a la vez</translation>
    </message>
    <message>
        <source>Further ones wait in the queue.</source>
        <translation>Las demás esperan en la cola.</translation>
    </message>
    <message>
        <source>Seeding at a time</source>
        <translation>Compartiendo a la vez</translation>
    </message>
    <message>
        <source>Active torrents at a time</source>
        <translation>Torrents activos a la vez</translation>
    </message>
    <message>
        <source>Slow torrents do not count</source>
        <translation>Los torrents lentos no cuentan</translation>
    </message>
    <message>
        <source>While one that runs is slow, another one may run besides.</source>
        <translation>Mientras uno en marcha va lento, puede ir otro además.</translation>
    </message>
    <message>
        <source>Slow torrents</source>
        <translation>Torrents lentos</translation>
    </message>
    <message>
        <source>A download is slow below</source>
        <translation>Una descarga es lenta por debajo de</translation>
    </message>
    <message>
        <source>A seed is slow below</source>
        <translation>Una semilla es lenta por debajo de</translation>
    </message>
    <message>
        <source>A torrent is slow after</source>
        <translation>Un torrent es lento pasados</translation>
    </message>
    <message>
        <source>So long after its start it counts in any case, and may get up to speed.</source>
        <translation>Hasta entonces, tras su inicio, cuenta en todo caso y puede tomar velocidad.</translation>
    </message>
    <message>
        <source>Checked at a time</source>
        <translation>Comprobados a la vez</translation>
    </message>
    <message>
        <source>More than one only pays off if they are on several disks.</source>
        <translation>Más de uno solo compensa si están en varios discos.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Seeds come before downloads</source>
        <translation>Las semillas van antes que las descargas</translation>
    </message>
    <message>
        <source>Where both wait for one of the active torrents.</source>
        <translation>Cuando ambas esperan un sitio entre los torrents activos.</translation>
    </message>
    <message>
        <source>Port for incoming connections</source>
        <translation>Puerto para conexiones entrantes</translation>
    </message>
    <message>
        <source>another at every start</source>
        <translation>otro en cada inicio</translation>
    </message>
    <message>
        <source>Network interfaces</source>
        <translation>Interfaces de red</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Up to port</source>
        <translation>Hasta el puerto</translation>
    </message>
    <message>
        <source>With a last port only those in between are used: the first one that is free. Without, Starling takes any other if its own is taken, and says so.</source>
        <translation>Con un último puerto solo se usan los de en medio: el primero libre. Sin él, Starling toma cualquier otro si el suyo está ocupado, y lo dice.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>Ask the router to forward the port by UPnP</source>
        <translation>Pedir al router que redirija el puerto por UPnP</translation>
    </message>
    <message>
        <source>Not done while Starling is bound to an interface by its name, or uses a proxy.</source>
        <translation>No se hace mientras Starling esté ligado a una interfaz por su nombre o use un proxy.</translation>
    </message>
    <message>
        <source>Ask the router to forward the port by NAT-PMP or PCP</source>
        <translation>Pedir al router que redirija el puerto por NAT-PMP o PCP</translation>
    </message>
    <message>
        <source>None means all of them. Bound to one by its name, nothing of a torrent leaves by another, and all waits while it is not there. While it is, the names of trackers and web seeds are looked up by your system, in its own way. An address is no more than the sender&apos;s: which way its packets go decides your system.</source>
        <translation>Ninguna significa todas. Ligado a una por su nombre, nada de un torrent sale por otra, y todo espera mientras no esté. Mientras está, los nombres de rastreadores y semillas web los busca tu sistema, a su manera. Una dirección es solo la del remitente: por dónde van sus paquetes lo decide tu sistema.</translation>
    </message>
    <message>
        <source>Internet protocol</source>
        <translation>Protocolo de internet</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4 e IPv6</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>Solo IPv4</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>Solo IPv6</translation>
    </message>
    <message>
        <source>Use TCP</source>
        <translation>Usar TCP</translation>
    </message>
    <message>
        <source>Peers are out of reach while both TCP and µTP are off.</source>
        <translation>No se llega a los pares mientras TCP y µTP estén apagados.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Use µTP</source>
        <translation>Usar µTP</translation>
    </message>
    <message>
        <source>Gives way to other traffic on the line and passes more routers than TCP.</source>
        <translation>Cede el paso al resto del tráfico de la línea y atraviesa más routers que TCP.</translation>
    </message>
    <message>
        <source>Where both share the line</source>
        <translation>Cuando ambos comparten la línea</translation>
    </message>
    <message>
        <source>Each gets its share</source>
        <translation>A cada uno su parte</translation>
    </message>
    <message>
        <source>TCP comes first</source>
        <translation>Primero TCP</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>Conexiones en total</translation>
    </message>
    <message>
        <source>Connections per torrent</source>
        <translation>Conexiones por torrent</translation>
    </message>
    <message>
        <source>New connections a second</source>
        <translation>Conexiones nuevas por segundo</translation>
    </message>
    <message>
        <source>Fewer spare a router that can&apos;t hold many half-open connections.</source>
        <translation>Menos alivian a un router que no aguanta muchas conexiones a medio abrir.</translation>
    </message>
    <message>
        <source>Upload slots in all</source>
        <translation>Huecos de subida en total</translation>
    </message>
    <message>
        <source>To so many peers Starling uploads at once.</source>
        <translation>A tantos pares sube Starling a la vez.</translation>
    </message>
    <message>
        <source>Upload slots per torrent</source>
        <translation>Huecos de subida por torrent</translation>
    </message>
    <message>
        <source>Find peers by DHT</source>
        <translation>Buscar pares por DHT</translation>
    </message>
    <message>
        <source>Never for private torrents.</source>
        <translation>Nunca para torrents privados.</translation>
    </message>
    <message>
        <source>Finding peers</source>
        <translation>Búsqueda de pares</translation>
    </message>
    <message>
        <source>Never for private torrents, nor while Starling is bound to an interface by its name.</source>
        <translation>Nunca para torrents privados, ni mientras Starling esté ligado a una interfaz por su nombre.</translation>
    </message>
    <message>
        <source>First nodes of the DHT</source>
        <translation>Primeros nodos de la DHT</translation>
    </message>
    <message>
        <source>Asked only while no other node is known.</source>
        <translation>Se les pregunta solo mientras no se conoce otro nodo.</translation>
    </message>
    <message>
        <source>Exchange addresses with peers</source>
        <translation>Intercambiar direcciones con los pares</translation>
    </message>
    <message>
        <source>Find peers in the local network</source>
        <translation>Buscar pares en la red local</translation>
    </message>
    <message>
        <source>“{label}” takes a name such as proxy.example or an address such as 192.0.2.1, not “{host}”.</source>
        <translation>«{label}» admite un nombre como proxy.example o una dirección como 192.0.2.1, no «{host}».</translation>
    </message>
    <message>
        <source>“{label}” must be one line of at most {count} bytes.</source>
        <translation>«{label}» debe ser una línea de {count} bytes como mucho.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Hides the traffic from simple filters. It does not hide who you are.</source>
        <translation>Oculta el tráfico a los filtros simples. No oculta quién eres.</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Permitir</translation>
    </message>
    <message>
        <source>Prefer</source>
        <translation>Preferir</translation>
    </message>
    <message>
        <source>Require</source>
        <translation>Exigir</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Tell peers and trackers as little as possible</source>
        <translation>Decir lo mínimo a pares y rastreadores</translation>
    </message>
    <message>
        <source>No client name, no version. Your address stays visible. Torrents that are in the list already keep the id by which peers know them until the next start.</source>
        <translation>Ni nombre de cliente ni versión. Tu dirección sigue visible. Los torrents que ya están en la lista conservan hasta el próximo inicio la id por la que los conocen los pares.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>SOCKS5 carries everything. SOCKS4 and HTTP carry no µTP, no DHT and no UDP trackers: those are given up, and the names of web seeds and of some trackers are looked up by your system.</source>
        <translation>SOCKS5 lo lleva todo. SOCKS4 y HTTP no llevan µTP, DHT ni rastreadores UDP: se renuncia a ellos, y los nombres de semillas web y de algunos rastreadores los busca tu sistema.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Host del proxy</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Puerto del proxy</translation>
    </message>
    <message>
        <source>User name for the proxy</source>
        <translation>Usuario para el proxy</translation>
    </message>
    <message>
        <source>None if it takes everybody. SOCKS4 is given none.</source>
        <translation>Ninguno si acepta a todos. A SOCKS4 no se le da ninguno.</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Contraseña para el proxy</translation>
    </message>
    <message>
        <source>Kept as plain text in settings.toml.</source>
        <translation>Se guarda como texto sin cifrar en settings.toml.</translation>
    </message>
    <message>
        <source>Nothing past the proxy</source>
        <translation>Nada fuera del proxy</translation>
    </message>
    <message>
        <source>All that it can carry goes through it, what it can&apos;t carry is given up, whatever is chosen below.</source>
        <translation>Todo lo que puede llevar pasa por él y a lo que no puede llevar se renuncia, se elija lo que se elija abajo.</translation>
    </message>
    <message>
        <source>Through the proxy: peers and web seeds</source>
        <translation>Por el proxy: pares y semillas web</translation>
    </message>
    <message>
        <source>Nobody can connect to Starling then.</source>
        <translation>Entonces nadie puede conectarse a Starling.</translation>
    </message>
    <message>
        <source>Through the proxy: trackers</source>
        <translation>Por el proxy: rastreadores</translation>
    </message>
    <message>
        <source>Through the proxy: looking up host names</source>
        <translation>Por el proxy: buscar nombres de host</translation>
    </message>
    <message>
        <source>SOCKS4 can&apos;t, HTTP can for trackers without encryption.</source>
        <translation>SOCKS4 no puede; HTTP, solo para rastreadores sin cifrado.</translation>
    </message>
    <message>
        <source>Banned peers</source>
        <translation>Pares vetados</translation>
    </message>
    <message>
        <source>Addresses and ranges that no torrent connects to or takes connections from.</source>
        <translation>Direcciones y rangos a los que ningún torrent se conecta ni de los que acepta conexiones.</translation>
    </message>
    <message>
        <source>Keep out the peers of a list</source>
        <translation>Dejar fuera a los pares de una lista</translation>
    </message>
    <message>
        <source>No torrent connects to them or takes connections from them. Trackers are asked all the same.</source>
        <translation>Ningún torrent se conecta con ellos ni acepta sus conexiones. A los rastreadores se les pregunta igual.</translation>
    </message>
    <message>
        <source>List of addresses</source>
        <translation>Lista de direcciones</translation>
    </message>
    <message>
        <source>ipfilter.dat, PeerGuardian&apos;s lists as text or P2B, or one address, range or network a line; also packed as gzip or zip.</source>
        <translation>ipfilter.dat, listas de PeerGuardian como texto o P2B, o una dirección, rango o red por línea; también comprimidas con gzip o zip.</translation>
    </message>
    <message>
        <source>Look up the host names of peers</source>
        <translation>Buscar los nombres de host de los pares</translation>
    </message>
    <message>
        <source>Your name server learns who your peers are. Not done with a proxy, or while you tell as little as possible.</source>
        <translation>Tu servidor de nombres se entera de quiénes son tus pares. No se hace con un proxy ni mientras dices lo mínimo.</translation>
    </message>
    <message>
        <source>Database of countries</source>
        <translation>Base de datos de países</translation>
    </message>
    <message>
        <source>An .mmdb file, or lines of first address, last address and country. None: what the system has, or the one that came with Starling.</source>
        <translation>Un archivo .mmdb, o líneas con primera dirección, última dirección y país. Ninguno: la del sistema o la que trae Starling.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Sizes in KiB, MiB and GiB</source>
        <translation>Tamaños en KiB, MiB y GiB</translation>
    </message>
    <message>
        <source>1 KiB is 1024 bytes, 1 kB is 1000 bytes.</source>
        <translation>1 KiB son 1024 bytes, 1 kB son 1000 bytes.</translation>
    </message>
    <message>
        <source>Letters for peers</source>
        <translation>Letras de los pares</translation>
    </message>
    <message>
        <source>What T is in Transmission, a connection over µTP, is P in µTorrent.</source>
        <translation>Lo que en Transmission es T, una conexión por µTP, es P en µTorrent.</translation>
    </message>
    <message>
        <source>libtorrent&apos;s own settings</source>
        <translation>Ajustes propios de libtorrent</translation>
    </message>
    <message>
        <source>By libtorrent&apos;s names; they win over everything else here.</source>
        <translation>Con los nombres de libtorrent; prevalecen sobre todo lo demás.</translation>
    </message>
    <message>
        <source>Starling does not know the setting {key}; it is kept.</source>
        <translation>Starling no conoce el ajuste {key}; se conserva.</translation>
    </message>
    <message>
        <source>{problem} What else stands in {key} is used.</source>
        <translation>{problem} Se usa lo demás que hay en {key}.</translation>
    </message>
    <message>
        <source>{problem} Nothing is transferred until it is chosen anew in the preferences; the file has {key} = {value}.</source>
        <translation>{problem} No se transfiere nada hasta que se elija de nuevo en las preferencias; el archivo tiene {key} = {value}.</translation>
    </message>
    <message>
        <source>{problem} To be safe, {closed} is used instead of {key} = {value}.</source>
        <translation>{problem} Por seguridad se usa {closed} en vez de {key} = {value}.</translation>
    </message>
    <message>
        <source>{problem} The default is used instead of {key} = {value}.</source>
        <translation>{problem} Se usa el valor predeterminado en vez de {key} = {value}.</translation>
    </message>
    <message>
        <source>“{label}” would make the file of the settings too large.</source>
        <translation>«{label}» haría demasiado grande el archivo de ajustes.</translation>
    </message>
    <message>
        <source>The settings could not be read ({reason}). The defaults are used; the file is kept as {kept}. Nothing is transferred until you have chosen the network interfaces anew, on the page Connection of the preferences, and nobody gets in by remote control until you have set its password anew.</source>
        <translation>No se pudieron leer los ajustes ({reason}). Se usan los predeterminados; el archivo se conserva como {kept}. No se transfiere nada hasta que elijas de nuevo las interfaces de red, en la página Conexión de las preferencias, y nadie entra por control remoto hasta que pongas de nuevo su contraseña.</translation>
    </message>
    <message>
        <source>The settings could not be read ({reason}). Those of {moment} are used; the file is kept as {kept}.</source>
        <translation>No se pudieron leer los ajustes ({reason}). Se usan los del {moment}; el archivo se conserva como {kept}.</translation>
    </message>
    <message>
        <source>Adding</source>
        <translation>Al añadir</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>{url} lacks its port, which UDP has no usual one for.</source>
        <translation>A {url} le falta el puerto: UDP no tiene uno habitual.</translation>
    </message>
    <message>
        <source>{url} is no address of a tracker.</source>
        <translation>{url} no es la dirección de un rastreador.</translation>
    </message>
    <message>
        <source>Watch folders</source>
        <translation>Carpetas vigiladas</translation>
    </message>
    <message>
        <source>Torrents whose .torrent files are put there are added without being asked about, and so are magnet links in .magnet and .txt files.</source>
        <translation>Los archivos .torrent que se pongan ahí se añaden sin preguntar, y también los enlaces magnet en archivos .magnet y .txt.</translation>
    </message>
    <message>
        <source>Trackers for new torrents</source>
        <translation>Rastreadores para torrents nuevos</translation>
    </message>
    <message>
        <source>One a line, an empty line begins a new tier. They come after the torrent&apos;s own. Private torrents never get them, and magnet links when their details show that they are not private.</source>
        <translation>Uno por línea; una línea vacía empieza un nivel nuevo. Van después de los del torrent. Los torrents privados nunca los reciben; los enlaces magnet, cuando sus datos muestran que no son privados.</translation>
    </message>
    <message>
        <source>Offer to add links that were copied</source>
        <translation>Ofrecer añadir los enlaces copiados</translation>
    </message>
    <message>
        <source>When Starling&apos;s window comes to the front it looks for a magnet link, an info-hash or the address of a .torrent file on the clipboard. Nothing of it is kept.</source>
        <translation>Cuando la ventana de Starling pasa al frente busca en el portapapeles un enlace magnet, un info-hash o la dirección de un archivo .torrent. No se guarda nada.</translation>
    </message>
    <message>
        <source>Run when a torrent is added</source>
        <translation>Ejecutar al añadirse un torrent</translation>
    </message>
    <message>
        <source>Arguments may hold {name}, {path} of its folder or file, {save_path}, {hash}, {hash_v2}, {labels}, {size} in bytes, {tracker} and {event}; the environment has STARLING_NAME and so on. No shell reads them. {path} is empty where several files lie side by side, and before they are known. A name may begin with a dash: put -- before it, or use {path}, which never does.</source>
        <translation>Los argumentos pueden llevar {name}, {path} de su carpeta o archivo, {save_path}, {hash}, {hash_v2}, {labels}, {size} en bytes, {tracker} y {event}; el entorno tiene STARLING_NAME, etc. No los lee ningún shell. {path} está vacío si hay varios archivos sin una carpeta propia, y antes de que se conozcan. Un nombre puede empezar por guion: pon -- delante, o usa {path}, que nunca lo hace.</translation>
    </message>
    <message>
        <source>Run when a download is finished</source>
        <translation>Ejecutar al terminar una descarga</translation>
    </message>
    <message>
        <source>Once for each download, when its files are where they belong; not for torrents whose files were there when they were added. Arguments as above.</source>
        <translation>Una vez por descarga, cuando sus archivos están donde deben; no para torrents cuyos archivos ya estaban al añadirlos. Argumentos como arriba.</translation>
    </message>
    <message>
        <source>Run when a seeding goal is reached</source>
        <translation>Ejecutar al alcanzarse un objetivo de compartir</translation>
    </message>
    <message>
        <source>Programs at a time</source>
        <translation>Programas a la vez</translation>
    </message>
    <message>
        <source>The others wait until one has ended.</source>
        <translation>Los demás esperan a que termine uno.</translation>
    </message>
    <message>
        <source>Of the labels of a torrent the first one in this list that has a folder or a seeding goal decides; limits of all of them hold.</source>
        <translation>De las etiquetas de un torrent decide la primera de esta lista que tenga carpeta u objetivo de compartir; los límites de todas valen.</translation>
    </message>
    <message>
        <source>Write into the log</source>
        <translation>Anotar en el registro</translation>
    </message>
    <message>
        <source>Details are for finding out why something goes wrong: there are many of them.</source>
        <translation>Los detalles sirven para averiguar por qué algo va mal: son muchos.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Errores y advertencias</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Lo que pasa</translation>
    </message>
    <message>
        <source>Every detail</source>
        <translation>Cada detalle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Write a log file</source>
        <translation>Escribir un archivo de registro</translation>
    </message>
    <message>
        <source>starling.log in the folder “logs” beside the list of torrents; a new one is begun after 5 MB, and three older ones are kept. It names your torrents.</source>
        <translation>starling.log en la carpeta «logs» junto a la lista de torrents; pasados 5 MB empieza otro y se conservan los tres anteriores. Nombra tus torrents.</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>They stand in the sidebar, and are kept and changed there.</source>
        <translation>Están en la barra lateral, donde se guardan y se cambian.</translation>
    </message>
    <message>
        <source>Follow the schedule</source>
        <translation>Seguir el horario</translation>
    </message>
    <message>
        <source>By the clock of this computer, changes between summer and winter included.</source>
        <translation>Por el reloj de este equipo, con los cambios de verano e invierno.</translation>
    </message>
    <message>
        <source>“{label}” must be a text of 24 letters for each of 7 days: f, l, s or p.</source>
        <translation>«{label}» debe ser un texto de 24 letras por cada uno de los 7 días: f, l, s o p.</translation>
    </message>
    <message>
        <source>Until a ratio is reached</source>
        <translation>Hasta alcanzar un ratio</translation>
    </message>
    <message>
        <source>A torrent&apos;s own goal and those of labels come before what is said here.</source>
        <translation>El objetivo propio de un torrent y los de las etiquetas van antes que lo dicho aquí.</translation>
    </message>
    <message>
        <source>Seed a torrent</source>
        <translation>Compartir un torrent</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Uploaded to downloaded; to the size of what was there already.</source>
        <translation>Subido entre descargado, o entre el tamaño de lo que ya estaba.</translation>
    </message>
    <message>
        <source>Until it was seeded for some time</source>
        <translation>Hasta compartirlo cierto tiempo</translation>
    </message>
    <message>
        <source>Time of seeding</source>
        <translation>Tiempo compartiendo</translation>
    </message>
    <message>
        <source>Only the time counts in which it runs and is complete.</source>
        <translation>Solo cuenta el tiempo en que está completo y en marcha.</translation>
    </message>
    <message>
        <source>Until nobody took anything for some time</source>
        <translation>Hasta que nadie reciba nada en cierto tiempo</translation>
    </message>
    <message>
        <source>Time without uploads</source>
        <translation>Tiempo sin subidas</translation>
    </message>
    <message>
        <source>Time in which it is paused or waits in the queue does not count.</source>
        <translation>No cuenta el tiempo en pausa o en espera en la cola.</translation>
    </message>
    <message>
        <source>Only when all of these are reached</source>
        <translation>Solo cuando se alcancen todos</translation>
    </message>
    <message>
        <source>Else any one of them will do.</source>
        <translation>Si no, basta con uno.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Entonces</translation>
    </message>
    <message>
        <source>A paused one goes on by itself if its goal is raised, and whatever its goal says if you start it. Torrents that run by “Start now” are left alone.</source>
        <translation>Uno en pausa sigue solo si se sube su objetivo y, diga lo que diga este, si lo inicias. Los torrents que van por «Iniciar ahora» no se tocan.</translation>
    </message>
    <message>
        <source>Pause it</source>
        <translation>Pausarlo</translation>
    </message>
    <message>
        <source>Remove it, and keep its files</source>
        <translation>Quitarlo y conservar sus archivos</translation>
    </message>
    <message>
        <source>Remove it, its files to the trash</source>
        <translation>Quitarlo, con sus archivos a la papelera</translation>
    </message>
    <message>
        <source>Seed on as a super-seed</source>
        <translation>Seguir como supersemilla</translation>
    </message>
    <message>
        <source>When that is reached</source>
        <translation>Cuando se alcance</translation>
    </message>
    <message>
        <source>Ask before the last copy is stopped</source>
        <translation>Preguntar antes de detener la última copia</translation>
    </message>
    <message>
        <source>If you pause or remove a torrent of which nobody else who is connected has some pieces, and no other seed is known.</source>
        <translation>Si pausas o quitas un torrent con piezas que no tiene ningún otro par conectado y no se conoce otra semilla.</translation>
    </message>
    <message>
        <source>Rare because of you</source>
        <translation>Raras por ti</translation>
    </message>
    <message>
        <source>A download has finished</source>
        <translation>Termina una descarga</translation>
    </message>
    <message>
        <source>Several at about the same time are told together, as is everything below.</source>
        <translation>Si son varias casi a la vez se anuncian juntas, como todo lo de abajo.</translation>
    </message>
    <message>
        <source>Show a notification when</source>
        <translation>Mostrar una notificación cuando</translation>
    </message>
    <message>
        <source>All downloads have finished</source>
        <translation>Terminan todas las descargas</translation>
    </message>
    <message>
        <source>Paused torrents and those with an error are not waited for.</source>
        <translation>No se espera a los torrents en pausa ni a los que tienen un error.</translation>
    </message>
    <message>
        <source>A torrent has stopped with an error</source>
        <translation>Un torrent se detiene por un error</translation>
    </message>
    <message>
        <source>Trackers that fail stop nothing, and are not told here.</source>
        <translation>Los rastreadores que fallan no detienen nada y no se anuncian aquí.</translation>
    </message>
    <message>
        <source>A disk is nearly full, or a drive is missing</source>
        <translation>Un disco está casi lleno o falta una unidad</translation>
    </message>
    <message>
        <source>A seeding goal is reached</source>
        <translation>Se alcanza un objetivo de compartir</translation>
    </message>
    <message>
        <source>Also when the torrent is removed then.</source>
        <translation>También si entonces se quita el torrent.</translation>
    </message>
    <message>
        <source>A torrent was added without a dialog</source>
        <translation>Se añade un torrent sin diálogo</translation>
    </message>
    <message>
        <source>From a watch folder, or by another program.</source>
        <translation>Desde una carpeta vigilada o por otro programa.</translation>
    </message>
    <message>
        <source>Only while Starling&apos;s window is not in front</source>
        <translation>Solo mientras la ventana de Starling no esté delante</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <translation>Reproducir un sonido</translation>
    </message>
    <message>
        <source>The desktop&apos;s own, where it plays any.</source>
        <translation>El propio del escritorio, si reproduce alguno.</translation>
    </message>
    <message>
        <source>Show names of torrents</source>
        <translation>Mostrar los nombres de los torrents</translation>
    </message>
    <message>
        <source>Without them, notifications say how many there are and nothing more: screens are shared.</source>
        <translation>Sin ellos, las notificaciones solo dicen cuántos son: puede que otros vean la pantalla.</translation>
    </message>
    <message>
        <source>“{label}” takes an address such as 127.0.0.1, 0.0.0.0 or ::, not “{address}”.</source>
        <translation>«{label}» admite una dirección como 127.0.0.1, 0.0.0.0 o ::, no «{address}».</translation>
    </message>
    <message>
        <source>“{label}” takes addresses and ranges such as 192.168.1.5, 192.168.1.0/24 and fd00::/8, not “{entry}”.</source>
        <translation>«{label}» admite direcciones y rangos como 192.168.1.5, 192.168.1.0/24 y fd00::/8, no «{entry}».</translation>
    </message>
    <message>
        <source>“{label}” takes names such as nas.example or *.example, not “{name}”.</source>
        <translation>«{label}» admite nombres como nas.example o *.example, no «{name}».</translation>
    </message>
    <message>
        <source>“{label}” must be one line without a colon.</source>
        <translation>«{label}» debe ser una línea sin dos puntos.</translation>
    </message>
    <message>
        <source>“{label}” must be one line that does not begin with $.</source>
        <translation>«{label}» debe ser una línea que no empiece por $.</translation>
    </message>
    <message>
        <source>A certificate or a key must be given by its full path.</source>
        <translation>De un certificado o una clave hay que dar la ruta completa.</translation>
    </message>
    <message>
        <source>Let other programs control Starling</source>
        <translation>Dejar que otros programas controlen Starling</translation>
    </message>
    <message>
        <source>Those that can control Transmission: its own, apps for phones, add-ons of browsers, Sonarr and Radarr.</source>
        <translation>Los que saben controlar Transmission: los suyos propios, aplicaciones de móvil, complementos de navegador, Sonarr y Radarr.</translation>
    </message>
    <message>
        <source>Port for remote control</source>
        <translation>Puerto del control remoto</translation>
    </message>
    <message>
        <source>Clients of Transmission expect 9091.</source>
        <translation>Los clientes de Transmission esperan el 9091.</translation>
    </message>
    <message>
        <source>Listen on the address</source>
        <translation>Escuchar en la dirección</translation>
    </message>
    <message>
        <source>127.0.0.1 is this computer alone. 0.0.0.0 and :: are all networks: only with a password, and for the clients that are allowed below.</source>
        <translation>127.0.0.1 es solo este equipo. 0.0.0.0 y :: son todas las redes: solo con contraseña, y para los clientes permitidos abajo.</translation>
    </message>
    <message>
        <source>User name of clients</source>
        <translation>Usuario de los clientes</translation>
    </message>
    <message>
        <source>The one that goes with the password. If it is empty any name will do.</source>
        <translation>El que va con la contraseña. Si está vacío vale cualquiera.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Password of clients</source>
        <translation>Contraseña de los clientes</translation>
    </message>
    <message>
        <source>It is kept as a hash: nobody can read it, nor can you. Without one only this computer gets in.</source>
        <translation>Se guarda como un hash: nadie puede leerla, ni tú. Sin ella solo puede entrar este equipo.</translation>
    </message>
    <message>
        <source>Allowed clients</source>
        <translation>Clientes permitidos</translation>
    </message>
    <message>
        <source>Addresses and ranges such as 192.168.1.5 and 192.168.1.0/24. This computer is always allowed, and nobody else without being named here.</source>
        <translation>Direcciones y rangos como 192.168.1.5 y 192.168.1.0/24. Este equipo siempre está permitido; los demás, solo si se nombran aquí.</translation>
    </message>
    <message>
        <source>Who gets in</source>
        <translation>Quién puede entrar</translation>
    </message>
    <message>
        <source>Names of this computer</source>
        <translation>Nombres de este equipo</translation>
    </message>
    <message>
        <source>By which clients may call it, such as nas.example or *.example; addresses and localhost are always allowed. Any other name may be a web page that tries to get in by your browser.</source>
        <translation>Con los que pueden llamarlo los clientes, como nas.example o *.example; las direcciones y localhost siempre están permitidas. Cualquier otro nombre puede ser una página web que intenta entrar por tu navegador.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificado</translation>
    </message>
    <message>
        <source>A file in PEM form, with its chain. With it clients use https, and nothing goes unencrypted.</source>
        <translation>Un archivo en formato PEM, con su cadena. Con él los clientes usan https y nada va sin cifrar.</translation>
    </message>
    <message>
        <source>Encryption of remote control</source>
        <translation>Cifrado del control remoto</translation>
    </message>
    <message>
        <source>Key of the certificate</source>
        <translation>Clave del certificado</translation>
    </message>
    <message>
        <source>A file in PEM form without a password; empty if the key is in the certificate&apos;s.</source>
        <translation>Un archivo en formato PEM sin contraseña; vacío si la clave está en el del certificado.</translation>
    </message>
    <message>
        <source>Delete data for good, not into the trash</source>
        <translation>Borrar los datos para siempre, sin pasar por la papelera</translation>
    </message>
    <message>
        <source>For a computer whose trash nobody empties. What a client removes with its data can&apos;t be brought back then.</source>
        <translation>Para un equipo en el que nadie vacía la papelera. Lo que un cliente quite con sus datos no se puede recuperar entonces.</translation>
    </message>
    <message>
        <source>What clients remove</source>
        <translation>Lo que quitan los clientes</translation>
    </message>
    <message>
        <source>Rules of the swarm</source>
        <translation>Reglas del enjambre</translation>
    </message>
    <message>
        <source>libtorrent default</source>
        <translation>Predeterminado de libtorrent</translation>
    </message>
    <message>
        <source>Classic BitTorrent</source>
        <translation>BitTorrent clásico</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Personalizado</translation>
    </message>
    <message>
        <source>Tuned for today&apos;s lines: the best choice for nearly everybody.</source>
        <translation>Ajustado a las líneas de hoy: lo mejor para casi todos.</translation>
    </message>
    <message>
        <source>Slots are decided every</source>
        <translation>Los huecos se reparten cada</translation>
    </message>
    <message>
        <source>A choke round: who gave most since the last one gets a slot (is unchoked), the others wait (are choked).</source>
        <translation>Una ronda: quien más dio desde la anterior recibe un hueco (unchoke) y los demás esperan, ahogados (choke).</translation>
    </message>
    <message>
        <source>Whom we serve</source>
        <translation>A quién servimos</translation>
    </message>
    <message>
        <source>Optimistic unchoke: of all slots so many go to peers that have not earned them, to find better ones and to let newcomers begin.</source>
        <translation>Unchoke optimista: de todos los huecos, estos van a pares que no se los han ganado, para encontrar otros mejores y para que los nuevos puedan empezar.</translation>
    </message>
    <message>
        <source>a fifth of all</source>
        <translation>la quinta parte</translation>
    </message>
    <message>
        <source>Those change hands every</source>
        <translation>Estos cambian de par cada</translation>
    </message>
    <message>
        <source>The optimistic slot then goes to who has waited longest for it.</source>
        <translation>El hueco optimista pasa entonces a quien más lo ha esperado.</translation>
    </message>
    <message>
        <source>How many slots there are</source>
        <translation>Cuántos huecos hay</translation>
    </message>
    <message>
        <source>With the rate there are as many as the upload fills, each next one for a higher rate.</source>
        <translation>Por velocidad hay tantos como llene la subida; cada uno más pide una velocidad mayor.</translation>
    </message>
    <message>
        <source>A fixed number</source>
        <translation>Un número fijo</translation>
    </message>
    <message>
        <source>The rate to each peer</source>
        <translation>La velocidad a cada par</translation>
    </message>
    <message>
        <source>When seeding, serve</source>
        <translation>A quién servir al compartir</translation>
    </message>
    <message>
        <source>Who is complete needs nothing in return, and chooses by another rule.</source>
        <translation>Quien está completo no necesita nada a cambio y elige con otra regla.</translation>
    </message>
    <message>
        <source>Everyone in turn</source>
        <translation>A todos por turno</translation>
    </message>
    <message>
        <source>Who takes it fastest</source>
        <translation>Quien recibe más rápido</translation>
    </message>
    <message>
        <source>Who has just begun or is about to finish</source>
        <translation>Quien acaba de empezar o está por acabar</translation>
    </message>
    <message>
        <source>Pieces for each in its turn</source>
        <translation>Piezas para cada uno en su turno</translation>
    </message>
    <message>
        <source>Where everyone is served in turn: after so many pieces and a minute the next one is.</source>
        <translation>Si se sirve por turnos: tras estas piezas y un minuto le toca al siguiente.</translation>
    </message>
    <message>
        <source>Most requests ahead</source>
        <translation>Máximo de peticiones por adelantado</translation>
    </message>
    <message>
        <source>Pipelining: so many blocks of 16 KiB are asked of a peer before the first is here, which hides the round trip; few hold a fast or distant peer back. A peer that says how many it takes, as most of today&apos;s do, is asked for up to that instead. Holds for new connections.</source>
        <translation>Pipelining: tantos bloques de 16 KiB se piden a un par antes de que llegue el primero, lo que oculta el viaje de ida y vuelta; con pocos se frena a un par rápido o lejano. A un par que dice cuántos admite, como casi todos los de hoy, se le piden hasta esos. Vale para conexiones nuevas.</translation>
    </message>
    <message>
        <source>Asking for blocks</source>
        <translation>Pedir bloques</translation>
    </message>
    <message>
        <source>Ask ahead for</source>
        <translation>Pedir por adelantado para</translation>
    </message>
    <message>
        <source>As much as a peer sends in this time is asked of it, up to those requests.</source>
        <translation>Se pide a un par lo que envía en este tiempo, sin pasar de esas peticiones.</translation>
    </message>
    <message>
        <source>A peer snubs us after</source>
        <translation>Un par es moroso tras</translation>
    </message>
    <message>
        <source>As Bram Cohen designed it and textbooks describe it: 4 slots for who gives most and 1 whatever it gives, decided every 10 s, and 5 requests ahead, unless a peer says that it takes more. Only that the one slot goes by turns, where he let chance decide. Good for watching and learning, slower on fast lines.</source>
        <translation>Como lo diseñó Bram Cohen y lo describen los libros de texto: 4 huecos para quien más da y 1 dé lo que dé, repartidos cada 10 s, y 5 peticiones por adelantado, salvo que un par diga que admite más. Solo que ese último hueco va por turnos, donde él dejaba decidir al azar. Bueno para mirar y aprender; más lento en líneas rápidas.</translation>
    </message>
    <message>
        <source>Your own values; at first they are those that were in force until then, but for the number of slots: that is always the one of the page Connection.</source>
        <translation>Tus propios valores; al principio son los que valían hasta entonces, salvo el número de huecos: ese es siempre el de la página Conexión.</translation>
    </message>
    <message>
        <source>Optimistic slots</source>
        <translation>Huecos optimistas</translation>
    </message>
    <message>
        <source>Anti-snubbing: who lets us ask and sends no block for this long, or for less if it was quick before, is asked for one at a time only; those who send go before it when slots are given.</source>
        <translation>Contra los morosos (anti-snubbing): a quien nos deja pedir y no envía ningún bloque en este tiempo, o en menos si antes era rápido, solo se le pide de uno en uno; los que envían van antes que él al dar los huecos.</translation>
    </message>
    <message>
        <source>A request is lost after</source>
        <translation>Una petición se pierde tras</translation>
    </message>
    <message>
        <source>At the latest: then the block is asked of another peer.</source>
        <translation>Como muy tarde: entonces el bloque se pide a otro par.</translation>
    </message>
    <message>
        <source>Endgame only at the very end</source>
        <translation>Fase final solo al final del todo</translation>
    </message>
    <message>
        <source>Endgame mode: the last blocks are asked of several peers at once. Off, that begins as soon as a peer has nothing else that we need.</source>
        <translation>Fase final (endgame): los últimos bloques se piden a varios pares a la vez. Si no, empieza en cuanto un par no tiene otra cosa que necesitemos.</translation>
    </message>
    <message>
        <source>Pieces picked at random first</source>
        <translation>Primeras piezas, al azar</translation>
    </message>
    <message>
        <source>Random first piece: who has nothing yet needs something to give soon, and a rare piece comes slowly. After them the rarest come first.</source>
        <translation>Primera pieza al azar: quien aún no tiene nada necesita pronto algo que dar, y una pieza rara llega despacio. Después van primero las más raras.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Which piece comes next</source>
        <translation>Qué pieza va después</translation>
    </message>
    <message>
        <source>Finish begun pieces first</source>
        <translation>Acabar antes las piezas empezadas</translation>
    </message>
    <message>
        <source>Strict priority: only whole pieces can be checked and passed on.</source>
        <translation>Prioridad estricta: solo las piezas enteras se pueden comprobar y pasar a otros.</translation>
    </message>
    <message>
        <source>Whole pieces from who needs less than</source>
        <translation>Piezas enteras de quien tarda menos de</translation>
    </message>
    <message>
        <source>Who sends a piece within this time is asked for all of it, and nobody else for parts of it.</source>
        <translation>A quien envía una pieza en este tiempo se le pide entera, y a nadie más partes de ella.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>Pick neighbours together</source>
        <translation>Elegir juntas las vecinas</translation>
    </message>
    <message>
        <source>Pieces within 4 MiB, for disks that are slow to seek; no longer strictly the rarest.</source>
        <translation>Piezas a menos de 4 MiB, para discos lentos en buscar; ya no estrictamente las más raras.</translation>
    </message>
    <message>
        <source>In order where nearly everybody has everything</source>
        <translation>En orden si casi todos lo tienen todo</translation>
    </message>
    <message>
        <source>With ten seeds and more for each download no piece is rare, and order suits disks.</source>
        <translation>Con diez semillas o más por descarga ninguna pieza es rara, y el orden conviene a los discos.</translation>
    </message>
    <message>
        <source>Pieces for newcomers without a slot</source>
        <translation>Piezas para recién llegados sin hueco</translation>
    </message>
    <message>
        <source>Allowed fast: a new peer may fetch so many although it is choked. Holds for new connections.</source>
        <translation>Allowed fast: un par nuevo puede bajar estas aunque esté ahogado. Vale para conexiones nuevas.</translation>
    </message>
    <message>
        <source>What came later</source>
        <translation>Lo que vino después</translation>
    </message>
    <message>
        <source>Suggest pieces to peers</source>
        <translation>Sugerir piezas a los pares</translation>
    </message>
    <message>
        <source>Those that were read from the disk lately and need not be read again.</source>
        <translation>Las que se leyeron del disco hace poco y no hay que volver a leer.</translation>
    </message>
    <message>
        <source>Peers exchanged for new ones</source>
        <translation>Pares que se cambian por otros</translation>
    </message>
    <message>
        <source>Where nearly all connections are taken: the worst make room, one at least.</source>
        <translation>Si casi todas las conexiones están ocupadas: los peores dejan sitio, uno al menos.</translation>
    </message>
    <message>
        <source>They are exchanged every</source>
        <translation>Se cambian cada</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>C&amp;lear the search</source>
        <translation>Quitar la &amp;búsqueda</translation>
    </message>
    <message>
        <source>No setting is found by “{text}”.</source>
        <translation>«{text}» no encuentra ningún ajuste.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are found: another letter narrows it down.</source>
        <translation>
            <numerusform>Se encuentra %Ln más: otra letra lo acota.</numerusform>
            <numerusform>Se encuentran %Ln más: otra letra lo acota.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>{path} is not there.</source>
        <translation>{path} no está.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be opened: no program of the desktop took it.</source>
        <translation>No se puede abrir {path}: ningún programa del escritorio lo aceptó.</translation>
    </message>
    <message>
        <source>{address} can&apos;t be opened: no program of the desktop took it.</source>
        <translation>No se puede abrir {address}: ningún programa del escritorio la aceptó.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>falla</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Filtros guardados</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Trackers</source>
        <translation>Rastreadores</translation>
    </message>
</context>
<context>
    <name>SkipFilesDialog</name>
    <message>
        <source>Skip files</source>
        <translation>Omitir archivos</translation>
    </message>
    <message numerus="yes">
        <source>Skip %n files?</source>
        <translation>
            <numerusform>¿Omitir %Ln archivo?</numerusform>
            <numerusform>¿Omitir %Ln archivos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} of them are on no connected peer. The others can finish without them.</source>
        <translation>{size} de ellos no están en ningún par conectado. Los demás pueden completarse sin ellos.</translation>
    </message>
    <message>
        <source>To fetch them after all, tick them in the Files tab.</source>
        <translation>Para descargarlos después, márcalos en la pestaña Archivos.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
</context>
<context>
    <name>Skipping</name>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are here: its piece is shared with files you want.</source>
        <translation>
            <numerusform>{name} omitido; aun así hay {size}: su pieza la comparten archivos que quieres.</numerusform>
            <numerusform>{name} omitido; aun así hay {size}: su pieza la comparten archivos que quieres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are still fetched: its piece is shared with files you want.</source>
        <translation>
            <numerusform>{name} omitido; aun así se piden {size}: su pieza la comparten archivos que quieres.</numerusform>
            <numerusform>{name} omitido; aun así se piden {size}: su pieza la comparten archivos que quieres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are here: {shared} of its {all} pieces are shared with files you want.</source>
        <translation>
            <numerusform>{name} omitido; aun así hay {size}: {shared} de sus {all} piezas la comparten archivos que quieres.</numerusform>
            <numerusform>{name} omitido; aun así hay {size}: {shared} de sus {all} piezas las comparten archivos que quieres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} is skipped, yet {size} of it are still fetched: {shared} of its {all} pieces are shared with files you want.</source>
        <translation>
            <numerusform>{name} omitido; aun así se piden {size}: {shared} de sus {all} piezas la comparten archivos que quieres.</numerusform>
            <numerusform>{name} omitido; aun así se piden {size}: {shared} de sus {all} piezas las comparten archivos que quieres.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is complete and stays in your folder.</source>
        <translation>
            <numerusform>Está completo y se queda en tu carpeta.</numerusform>
            <numerusform>Está completo y se queda en tu carpeta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They are complete and stay in your folder.</source>
        <translation>
            <numerusform>Están completos y se quedan en tu carpeta.</numerusform>
            <numerusform>Están completos y se quedan en tu carpeta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of it is in your folder.</source>
        <translation>
            <numerusform>Lo que hay de él está en tu carpeta.</numerusform>
            <numerusform>Lo que hay de él está en tu carpeta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of it is partly in your folder, partly in a hidden part file.</source>
        <translation>
            <numerusform>Lo que hay de él está en parte en tu carpeta y en parte en un archivo oculto de partes.</numerusform>
            <numerusform>Lo que hay de él está en parte en tu carpeta y en parte en un archivo oculto de partes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it is here, but in a hidden part file: it comes to your folder when you want it.</source>
        <translation>
            <numerusform>Está entero, pero en un archivo oculto de partes: pasará a tu carpeta cuando lo quieras.</numerusform>
            <numerusform>Está entero, pero en un archivo oculto de partes: pasará a tu carpeta cuando lo quieras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is here of it is kept in a hidden part file, and comes back when you want it again.</source>
        <translation>
            <numerusform>Lo que hay de él se guarda en un archivo oculto de partes y vuelve cuando lo quieras de nuevo.</numerusform>
            <numerusform>Lo que hay de él se guarda en un archivo oculto de partes y vuelve cuando lo quieras de nuevo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stay in a hidden part file, not in your folder.</source>
        <translation>
            <numerusform>Queda en un archivo oculto de partes, no en tu carpeta.</numerusform>
            <numerusform>Quedan en un archivo oculto de partes, no en tu carpeta.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%Ln más</numerusform>
            <numerusform>%Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wanted files share pieces with it: {names}</source>
        <translation>
            <numerusform>%Ln archivo que quieres comparte piezas con él: {names}</numerusform>
            <numerusform>%Ln archivos que quieres comparten piezas con él: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceUrls</name>
    <message numerus="yes">
        <source>The same is true of %n more.</source>
        <translation>
            <numerusform>Lo mismo pasa con %Ln más.</numerusform>
            <numerusform>Lo mismo pasa con %Ln más.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcesDialog</name>
    <message>
        <source>This torrent is private. Other trackers would bring peers from outside its site, and show them that you have it: most sites forbid that, and some close accounts for it.</source>
        <translation>Este torrent es privado. Otros rastreadores traerían pares de fuera de su sitio y les mostrarían que lo tienes: la mayoría de los sitios lo prohíben y algunos cierran cuentas por ello.</translation>
    </message>
    <message>
        <source>Only one address can take the place of another.</source>
        <translation>Solo una dirección puede ocupar el lugar de otra.</translation>
    </message>
    <message>
        <source>Without trackers, peers come by DHT, peer exchange and local network only.</source>
        <translation>Sin rastreadores, los pares llegan solo por la DHT, el intercambio de pares y la red local.</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Download overhead</source>
        <translation>Sobrecarga de descarga</translation>
    </message>
    <message>
        <source>Upload overhead</source>
        <translation>Sobrecarga de subida</translation>
    </message>
    <message>
        <source>Highest download</source>
        <translation>Descarga máxima</translation>
    </message>
    <message>
        <source>Highest upload</source>
        <translation>Subida máxima</translation>
    </message>
    <message>
        <source>Download limit</source>
        <translation>Límite de descarga</translation>
    </message>
    <message>
        <source>Upload limit</source>
        <translation>Límite de subida</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>a rate</comment>
        <translation>nada</translation>
    </message>
</context>
<context>
    <name>SpeedCommands</name>
    <message>
        <source>&amp;Other…</source>
        <translation>&amp;Otro…</translation>
    </message>
    <message>
        <source>Show the Speed &amp;tab</source>
        <translation>Mostrar la pestaña &amp;Velocidad</translation>
    </message>
    <message>
        <source>&amp;Preferences of this limit</source>
        <translation>&amp;Preferencias de este límite</translation>
    </message>
    <message>
        <source>The schedule says the same for every hour.</source>
        <translation>El horario dice lo mismo para todas las horas.</translation>
    </message>
    <message>
        <source>You have switched it; from {time} on it goes by the schedule again.</source>
        <translation>Lo has cambiado tú; desde {time} vuelve a seguir el horario.</translation>
    </message>
    <message>
        <source>By the schedule. What you switch holds until {time}.</source>
        <translation>Por el horario. Lo que cambies vale hasta {time}.</translation>
    </message>
    <message>
        <source>“Start now” lets a torrent run all the same.</source>
        <translation>«Iniciar ahora» deja ir a un torrent de todos modos.</translation>
    </message>
</context>
<context>
    <name>SpeedGraph</name>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Starling was not running.</source>
        <translation>Starling no estaba en marcha.</translation>
    </message>
    <message>
        <source>Download: {rate}</source>
        <translation>Descarga: {rate}</translation>
    </message>
    <message>
        <source>Upload: {rate}</source>
        <translation>Subida: {rate}</translation>
    </message>
    <message>
        <source>Download overhead: {rate}</source>
        <translation>Sobrecarga de descarga: {rate}</translation>
    </message>
    <message>
        <source>Upload overhead: {rate}</source>
        <translation>Sobrecarga de subida: {rate}</translation>
    </message>
    <message>
        <source>Highest download: {rate}</source>
        <translation>Descarga máxima: {rate}</translation>
    </message>
    <message>
        <source>Highest upload: {rate}</source>
        <translation>Subida máxima: {rate}</translation>
    </message>
    <message>
        <source>Download limit: {rate}</source>
        <translation>Límite de descarga: {rate}</translation>
    </message>
    <message>
        <source>Upload limit: {rate}</source>
        <translation>Límite de subida: {rate}</translation>
    </message>
</context>
<context>
    <name>SpeedLegend</name>
    <message>
        <source>Download</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Contents of files that came.</source>
        <translation>Contenido de archivos que llegó.</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Contents of files that we sent.</source>
        <translation>Contenido de archivos que enviamos.</translation>
    </message>
    <message>
        <source>Download overhead</source>
        <translation>Sobrecarga de descarga</translation>
    </message>
    <message>
        <source>What the protocol receives on top: requests, news of pieces, handshakes. Of all torrents together also trackers, the DHT and the headers of packets.</source>
        <translation>Lo que el protocolo recibe además: peticiones, avisos de piezas, saludos. De todos los torrents juntos, también rastreadores, la DHT y las cabeceras de los paquetes.</translation>
    </message>
    <message>
        <source>Upload overhead</source>
        <translation>Sobrecarga de subida</translation>
    </message>
    <message>
        <source>What the protocol sends on top: requests, news of pieces, handshakes. Of all torrents together also trackers, the DHT and the headers of packets.</source>
        <translation>Lo que el protocolo envía además: peticiones, avisos de piezas, saludos. De todos los torrents juntos, también rastreadores, la DHT y las cabeceras de los paquetes.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>The limits in force, as far as the rates come near them: the torrent&apos;s own or all torrents&apos;.</source>
        <translation>Los límites vigentes, si las tasas se les acercan: los del torrent o los de todos.</translation>
    </message>
</context>
<context>
    <name>SpeedPage</name>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>&amp;Copy values</source>
        <translation>&amp;Copiar los valores</translation>
    </message>
    <message numerus="yes">
        <source>These %n torrents</source>
        <translation>
            <numerusform>Este %Ln torrent</numerusform>
            <numerusform>Estos %Ln torrents</numerusform>
        </translation>
    </message>
    <message>
        <source>This torrent</source>
        <translation>Este torrent</translation>
    </message>
    <message>
        <source>All torrents</source>
        <translation>Todos los torrents</translation>
    </message>
    <message>
        <source>Nothing was measured in this time yet.</source>
        <translation>En este tiempo aún no se ha medido nada.</translation>
    </message>
    <message>
        <source>Downloaded {total}: peak {peak} at {time}, average {average}.</source>
        <translation>Descargado {total}: pico {peak} ({time}), media {average}.</translation>
    </message>
    <message>
        <source>Uploaded {total}: peak {peak} at {time}, average {average}.</source>
        <translation>Subido {total}: pico {peak} ({time}), media {average}.</translation>
    </message>
    <message>
        <source>Nothing was downloaded or uploaded in the last {period}.</source>
        <translation>Desde hace {period} no se descarga ni se sube nada.</translation>
    </message>
    <message>
        <source>Recorded since {time}.</source>
        <translation>Registrado desde: {time}.</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Downloaded above, uploaded below</source>
        <translation>Arriba lo descargado, abajo lo subido</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadidos</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminados</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Average download</source>
        <translation>Descarga media</translation>
    </message>
    <message>
        <source>Average upload</source>
        <translation>Subida media</translation>
    </message>
    <message>
        <source>Overhead down</source>
        <translation>Sobrecarga de descarga</translation>
    </message>
    <message>
        <source>What protocols, trackers and the DHT took on top</source>
        <translation>Lo que gastaron además los protocolos, los rastreadores y la DHT</translation>
    </message>
    <message>
        <source>Overhead up</source>
        <translation>Sobrecarga de subida</translation>
    </message>
    <message>
        <source>Received twice</source>
        <translation>Recibido dos veces</translation>
    </message>
    <message>
        <source>Data that were here already when they came</source>
        <translation>Datos que ya estaban cuando llegaron</translation>
    </message>
    <message>
        <source>Wrong data</source>
        <translation>Datos erróneos</translation>
    </message>
    <message>
        <source>Pieces that did not have the hash they should, and were thrown away</source>
        <translation>Piezas cuyo hash no era el debido y se desecharon</translation>
    </message>
    <message>
        <source>Time running</source>
        <translation>Tiempo en marcha</translation>
    </message>
    <message>
        <source>Torrents added</source>
        <translation>Torrents añadidos</translation>
    </message>
    <message>
        <source>Downloads finished</source>
        <translation>Descargas terminadas</translation>
    </message>
    <message>
        <source>What was before this start is not read yet.</source>
        <translation>Aún no se ha leído lo anterior a este inicio.</translation>
    </message>
    <message>
        <source>All time is since {moment}, when it was reset.</source>
        <translation>El total cuenta desde {moment}, cuando se restableció.</translation>
    </message>
    <message>
        <source>All time is since {day}.</source>
        <translation>El total cuenta desde {day}.</translation>
    </message>
    <message>
        <source>No peers are connected now.</source>
        <translation>Ahora no hay pares conectados.</translation>
    </message>
    <message>
        <source>Now: {facts}.</source>
        <translation>Ahora: {facts}.</translation>
    </message>
</context>
<context>
    <name>StatisticsDialog</name>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>Statistics by day</source>
        <translation>Estadísticas por día</translation>
    </message>
    <message>
        <source>&amp;Reset all time…</source>
        <translation>&amp;Restablecer el total…</translation>
    </message>
    <message>
        <source>&amp;Undo the reset</source>
        <translation>&amp;Deshacer el restablecimiento</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Co&amp;piar</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>&amp;Exportar como CSV…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>StatisticsWords</name>
    <message numerus="yes">
        <source>%n peers connected</source>
        <translation>
            <numerusform>%Ln par conectado</numerusform>
            <numerusform>%Ln pares conectados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being tried</source>
        <translation>
            <numerusform>%Ln en intento</numerusform>
            <numerusform>%Ln en intento</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let us take</source>
        <translation>
            <numerusform>%Ln nos deja recibir</numerusform>
            <numerusform>%Ln nos dejan recibir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may take from us</source>
        <translation>
            <numerusform>%Ln puede recibir de nosotros</numerusform>
            <numerusform>%Ln pueden recibir de nosotros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes of the DHT</source>
        <translation>
            <numerusform>%Ln nodo de la DHT</numerusform>
            <numerusform>%Ln nodos de la DHT</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>Seeding</source>
        <translation>Compartiendo</translation>
    </message>
    <message>
        <source>Seeding, nobody asks</source>
        <translation>Compartiendo, nadie pide</translation>
    </message>
    <message numerus="yes">
        <source>Finding details, %n peers</source>
        <translation>
            <numerusform>Buscando datos, %Ln par</numerusform>
            <numerusform>Buscando datos, %Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Finished, {goal} reached</source>
        <translation>Terminado al llegar a {goal}</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Moviendo</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Complete, but not moved: {reason}</source>
        <translation>Completo, sin mover: {reason}</translation>
    </message>
    <message>
        <source>Queued, number {number}</source>
        <translation>En cola, {number}.º</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Moving at {rate} to {folder}</source>
        <translation>Moviendo a {rate}, a {folder}</translation>
    </message>
    <message>
        <source>Moving to {folder}</source>
        <translation>Moviendo a {folder}</translation>
    </message>
    <message>
        <source>Stalled: no peers</source>
        <translation>Parado: sin pares</translation>
    </message>
    <message numerus="yes">
        <source>Stalled: %n peers, none sends</source>
        <translation>
            <numerusform>Parado: %Ln par, no envía</numerusform>
            <numerusform>Parado: %Ln pares, nadie envía</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Download</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Choose a limit</source>
        <translation>Elegir un límite</translation>
    </message>
    <message>
        <source>Nobody can connect to Starling, which reaches others by the proxy.</source>
        <translation>Nadie puede conectarse a Starling, que llega a los demás por el proxy.</translation>
    </message>
    <message>
        <source>By the proxy</source>
        <translation>Por el proxy</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>No accesible</translation>
    </message>
    <message>
        <source>Port {port} open</source>
        <translation>Puerto {port} abierto</translation>
    </message>
    <message>
        <source>A peer has connected to us from outside.</source>
        <translation>Un par se ha conectado desde fuera.</translation>
    </message>
    <message>
        <source>Port {port}</source>
        <translation>Puerto {port}</translation>
    </message>
    <message>
        <source>Nobody has connected to us from outside yet.</source>
        <translation>Aún no se ha conectado nadie desde fuera.</translation>
    </message>
    <message>
        <source>DHT off</source>
        <translation>DHT apagada</translation>
    </message>
    <message numerus="yes">
        <source>DHT %n nodes</source>
        <translation>
            <numerusform>DHT %Ln nodo</numerusform>
            <numerusform>DHT %Ln nodos</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} libres</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message numerus="yes">
        <source>The DHT gave %n peers.</source>
        <translation>
            <numerusform>La DHT dio %Ln par.</numerusform>
            <numerusform>La DHT dio %Ln pares.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message numerus="yes">
        <source>{sentence} Called %n times.</source>
        <translation>
            <numerusform>{sentence} Se le llamó %Ln vez.</numerusform>
            <numerusform>{sentence} Se le llamó %Ln veces.</numerusform>
        </translation>
    </message>
    <message>
        <source>{sentence} That was before the handshake, and it does not say why.</source>
        <translation>{sentence} Fue antes del saludo, y no dice por qué.</translation>
    </message>
    <message>
        <source>it called us</source>
        <translation>nos llamó</translation>
    </message>
    <message>
        <source>we called it</source>
        <translation>lo llamamos</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>cifrado</translation>
    </message>
    <message>
        <source>handshake encrypted</source>
        <translation>saludo cifrado</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>We called it ({transport}).</source>
        <translation>Lo llamamos ({transport}).</translation>
    </message>
    <message>
        <source>It called us ({transport}).</source>
        <translation>Nos llamó ({transport}).</translation>
    </message>
    <message>
        <source>Both said hello (handshake).</source>
        <translation>Se saludaron (handshake).</translation>
    </message>
    <message>
        <source>{sentence} {facts}.</source>
        <translation>{sentence} {facts}.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces with blocks from it failed their hash check.</source>
        <translation>
            <numerusform>%Ln pieza con bloques suyos no pasó la comprobación.</numerusform>
            <numerusform>%Ln piezas con bloques suyos no pasaron la comprobación.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It refused %n requests by sending nothing.</source>
        <translation>
            <numerusform>Rechazó %Ln petición enviando nada.</numerusform>
            <numerusform>Rechazó %Ln peticiones enviando nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It asked for %n blocks that we do not have.</source>
        <translation>
            <numerusform>Pidió %Ln bloque que no tenemos.</numerusform>
            <numerusform>Pidió %Ln bloques que no tenemos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It sent %n blocks that we were not waiting for.</source>
        <translation>
            <numerusform>Envió %Ln bloque que no esperábamos.</numerusform>
            <numerusform>Envió %Ln bloques que no esperábamos.</numerusform>
        </translation>
    </message>
    <message>
        <source>We called it.</source>
        <translation>Lo llamamos.</translation>
    </message>
    <message>
        <source>It called us.</source>
        <translation>Nos llamó.</translation>
    </message>
    <message>
        <source>It has something that we want: we are interested.</source>
        <translation>Tiene algo que queremos: nos interesa (interested).</translation>
    </message>
    <message>
        <source>It has nothing more that we want: we are not interested.</source>
        <translation>Ya no tiene nada que queramos: no nos interesa.</translation>
    </message>
    <message>
        <source>It wants something of us: it is interested.</source>
        <translation>Quiere algo nuestro: le interesamos (interested).</translation>
    </message>
    <message>
        <source>It wants nothing more of us: it is not interested.</source>
        <translation>Ya no quiere nada nuestro: no le interesamos.</translation>
    </message>
    <message>
        <source>It lets us have data: it unchoked us.</source>
        <translation>Nos deja pedir datos: ya no nos ahoga (unchoke).</translation>
    </message>
    <message>
        <source>It lets us have nothing now: it choked us.</source>
        <translation>Ahora no nos da nada: nos ahoga (choke).</translation>
    </message>
    <message>
        <source>We let it have data: it got an upload slot.</source>
        <translation>Le dejamos pedir datos: recibió un hueco de subida.</translation>
    </message>
    <message>
        <source>We let it have data: it got the optimistic slot.</source>
        <translation>Le dejamos pedir datos: recibió el hueco optimista.</translation>
    </message>
    <message>
        <source>We let it have nothing now: we choked it.</source>
        <translation>Ahora no le damos nada: lo ahogamos (choke).</translation>
    </message>
    <message>
        <source>The first data came from it.</source>
        <translation>Llegaron de él los primeros datos.</translation>
    </message>
    <message>
        <source>The first data went to it.</source>
        <translation>Salieron hacia él los primeros datos.</translation>
    </message>
    <message>
        <source>It owed us data for too long: it is snubbed.</source>
        <translation>Nos debía datos desde hacía demasiado: es moroso (snubbed).</translation>
    </message>
    <message>
        <source>It sends again: it is not snubbed any more.</source>
        <translation>Vuelve a enviar: ya no es moroso.</translation>
    </message>
    <message>
        <source>It is on trial: it gets whole pieces, to see if its data are right.</source>
        <translation>Está a prueba: se le piden piezas enteras, por ver si sus datos son correctos.</translation>
    </message>
    <message>
        <source>It is no longer on trial.</source>
        <translation>Ya no está a prueba.</translation>
    </message>
    <message>
        <source>It has everything: it is a seed.</source>
        <translation>Lo tiene todo: es una semilla.</translation>
    </message>
    <message>
        <source>It was banned: it sent wrong data.</source>
        <translation>Quedó vetado: envió datos erróneos.</translation>
    </message>
    <message>
        <source>We left it alone.</source>
        <translation>Lo dejamos en paz.</translation>
    </message>
    <message>
        <source>The connection ended.</source>
        <translation>La conexión acabó.</translation>
    </message>
    <message>
        <source>There was no connection.</source>
        <translation>No hubo conexión.</translation>
    </message>
    <message>
        <source>libtorrent said so then</source>
        <translation>libtorrent lo dijo entonces</translation>
    </message>
    <message>
        <source>read off the wire</source>
        <translation>leído en los mensajes</translation>
    </message>
    <message>
        <source>seen within that second</source>
        <translation>visto en ese segundo</translation>
    </message>
    <message>
        <source>seen between {after} and {at}</source>
        <translation>visto entre {after} y {at}</translation>
    </message>
    <message>
        <source>it was so at the first look</source>
        <translation>ya era así al mirar por primera vez</translation>
    </message>
    <message>
        <source>by {time}</source>
        <translation>como muy tarde {time}</translation>
    </message>
</context>
<context>
    <name>Strips</name>
    <message>
        <source>have</source>
        <translation>recibida</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>en camino</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>on no connected peer</source>
        <translation>en ningún par conectado</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>some of the cell’s pieces</source>
        <translation>parte de las piezas de la celda</translation>
    </message>
    <message>
        <source>in progress, fills as it comes</source>
        <translation>en curso, se llena al llegar</translation>
    </message>
    <message>
        <source>block asked of several peers</source>
        <translation>bloque pedido a varios pares</translation>
    </message>
    <message>
        <source>only you have it</source>
        <translation>solo la tienes tú</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>ya está aquí</translation>
    </message>
</context>
<context>
    <name>Sums</name>
    <message>
        <source>Transfer</source>
        <translation>Transferencia</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Estados</translation>
    </message>
    <message>
        <source>Have</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Still to come</source>
        <translation>Por llegar</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Semillas</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Torrents</source>
        <translation>Torrents</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Guardado en</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Labels of all</source>
        <translation>Etiquetas comunes</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privados</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Tiempos</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadidos</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completados</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message numerus="yes">
        <source>%n downloading</source>
        <translation>
            <numerusform>%Ln descargando</numerusform>
            <numerusform>%Ln descargando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seeding</source>
        <translation>
            <numerusform>%Ln compartiendo</numerusform>
            <numerusform>%Ln compartiendo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stalled</source>
        <translation>
            <numerusform>%Ln parado</numerusform>
            <numerusform>%Ln parados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding details</source>
        <translation>
            <numerusform>%Ln buscando datos</numerusform>
            <numerusform>%Ln buscando datos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checking</source>
        <translation>
            <numerusform>%Ln comprobando</numerusform>
            <numerusform>%Ln comprobando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moving</source>
        <translation>
            <numerusform>%Ln moviendo</numerusform>
            <numerusform>%Ln moviendo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%Ln en cola</numerusform>
            <numerusform>%Ln en cola</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%Ln en pausa</numerusform>
            <numerusform>%Ln en pausa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%Ln terminado</numerusform>
            <numerusform>%Ln terminados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with an error</source>
        <translation>
            <numerusform>%Ln con error</numerusform>
            <numerusform>%Ln con error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} a {last}</translation>
    </message>
</context>
<context>
    <name>SwarmCard</name>
    <message>
        <source>It names no tracker, and a private torrent finds peers by nothing else.</source>
        <translation>No nombra ningún rastreador, y un torrent privado no encuentra pares de otro modo.</translation>
    </message>
    <message>
        <source>It names no tracker: peers are found by DHT and by each other.</source>
        <translation>No nombra ningún rastreador: los pares se encuentran por la DHT y unos por otros.</translation>
    </message>
    <message>
        <source>&lt;b&gt;{seeds} and {peers}&lt;/b&gt; are known to the trackers.</source>
        <translation>Los rastreadores conocen &lt;b&gt;{seeds} y {peers}&lt;/b&gt;.</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%Ln semilla</numerusform>
            <numerusform>%Ln semillas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln par</numerusform>
            <numerusform>%Ln pares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asking %n trackers who is there</source>
        <translation>
            <numerusform>Preguntando a %Ln rastreador quién está</numerusform>
            <numerusform>Preguntando a %Ln rastreadores quién está</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;No seed&lt;/b&gt; is known to the trackers, only {peers}: it may stay incomplete.</source>
        <translation>Los rastreadores no conocen &lt;b&gt;ninguna semilla&lt;/b&gt;, solo {peers}: puede quedar incompleto.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nobody&lt;/b&gt; is there now, the trackers say.</source>
        <translation>Ahora &lt;b&gt;no hay nadie&lt;/b&gt;, dicen los rastreadores.</translation>
    </message>
    <message>
        <source>&lt;b&gt;No tracker&lt;/b&gt; answered.</source>
        <translation>&lt;b&gt;Ningún rastreador&lt;/b&gt; respondió.</translation>
    </message>
    <message>
        <source>Its trackers do not tell who is there before one joins.</source>
        <translation>Sus rastreadores no dicen quién está hasta que te unes.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>does not tell</source>
        <translation>no lo dice</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>aún sin respuesta</translation>
    </message>
</context>
<context>
    <name>SwarmPage</name>
    <message>
        <source>Show in &amp;Peers</source>
        <translation>Mostrar en &amp;Pares</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>Copiar la &amp;dirección</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;Copiar como texto</translation>
    </message>
</context>
<context>
    <name>Switches</name>
    <message>
        <source>Several labels are separated by commas</source>
        <translation>Separa varias etiquetas con comas</translation>
    </message>
    <message>
        <source>As in the torrent</source>
        <translation>Como en el torrent</translation>
    </message>
    <message>
        <source>Always a folder</source>
        <translation>Siempre una carpeta</translation>
    </message>
    <message>
        <source>Never a folder</source>
        <translation>Nunca una carpeta</translation>
    </message>
    <message>
        <source>Whether the files get a folder of their own in the one they are saved in</source>
        <translation>Si los archivos llevan carpeta propia dentro de la de destino</translation>
    </message>
    <message>
        <source>S&amp;tart now</source>
        <translation>&amp;Iniciar ahora</translation>
    </message>
    <message>
        <source>First in the &amp;queue</source>
        <translation>Pri&amp;mero en la cola</translation>
    </message>
    <message>
        <source>&amp;In order, to watch meanwhile</source>
        <translation>En orden, para &amp;ver mientras tanto</translation>
    </message>
    <message>
        <source>First and last &amp;pieces first</source>
        <translation>Primeras y ú&amp;ltimas piezas primero</translation>
    </message>
    <message>
        <source>Believe what is on dis&amp;k</source>
        <translation>Dar por &amp;bueno lo que hay</translation>
    </message>
    <message>
        <source>Nothing is checked before others get it. If a piece turns out to be wrong when somebody asks for it, everything is checked then.</source>
        <translation>No se comprueba nada antes de dárselo a otros. Si una pieza resulta mala cuando alguien la pide, se comprueba todo entonces.</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>Upload slot: the place of a peer that may download from you. There are few, so that each is fast.</source>
        <translation>Hueco de subida: el sitio de un par que puede descargar de ti. Son pocos, para que cada uno vaya rápido.</translation>
    </message>
    <message>
        <source>Choke: to send a peer nothing for now. Whoever is choked may ask for nothing until unchoked.</source>
        <translation>Ahogar (choke): no enviar nada a un par por ahora. Quien está ahogado no puede pedir nada hasta que se le deje (unchoke).</translation>
    </message>
    <message>
        <source>Round: every few seconds it is decided anew who gets a slot; others are choked.</source>
        <translation>Ronda: cada pocos segundos se decide de nuevo quién recibe un hueco; a los demás se les ahoga.</translation>
    </message>
    <message>
        <source>Tit for tat: you upload to those who upload to you, and they do the same.</source>
        <translation>Toma y daca (tit for tat): subes a quienes te suben a ti, y ellos hacen lo mismo.</translation>
    </message>
    <message>
        <source>Interested: the other one has pieces that one lacks, and says that it wants them.</source>
        <translation>Interesado: el otro tiene piezas que a uno le faltan, y uno dice que las quiere.</translation>
    </message>
    <message>
        <source>Optimistic unchoke: a slot given by turns, whatever the peer sends. So newcomers get a first piece to trade with, and better partners are found.</source>
        <translation>Hueco optimista (optimistic unchoke): uno que se da por turnos, envíe lo que envíe el par. Así los nuevos reciben una primera pieza con la que intercambiar, y se encuentran mejores socios.</translation>
    </message>
    <message>
        <source>Snubbed: the peer let you ask, and has sent nothing for long. As long as it sends nothing, those who send go first when slots are given.</source>
        <translation>Moroso (snubbed): el par te dejó pedir y lleva mucho sin enviar nada. Mientras no envíe, los que envían van antes al dar los huecos.</translation>
    </message>
    <message>
        <source>Seed: a peer that has everything, and wants nothing.</source>
        <translation>Semilla: un par que lo tiene todo y no quiere nada.</translation>
    </message>
    <message>
        <source>Random first: as long as you have next to nothing, any piece will do that comes soon, for you need something to trade.</source>
        <translation>Primero al azar: mientras no tienes casi nada vale cualquier pieza que llegue pronto, pues necesitas algo que intercambiar.</translation>
    </message>
    <message>
        <source>Rarest first: of the pieces that you lack, ask for those that the fewest peers have. So none dies out, and you have what others want.</source>
        <translation>Primero la más rara: de las piezas que te faltan, pedir las que tienen menos pares. Así ninguna se extingue, y tienes lo que otros quieren.</translation>
    </message>
    <message>
        <source>Sequential: piece after piece from the first one on, as somebody reads or watches them.</source>
        <translation>En orden: pieza tras pieza desde la primera, como se leen o se ven.</translation>
    </message>
    <message>
        <source>Deadline: pieces that are needed at a certain time come before all others, as for playing.</source>
        <translation>Plazo: las piezas que hacen falta en cierto momento van antes que todas las demás, como al reproducir.</translation>
    </message>
    <message>
        <source>Endgame: every block that is left was asked for. A peer with nothing else to send is then asked for one of them too, so that a slow one does not hold up the end; what comes twice is thrown away.</source>
        <translation>Fase final (endgame): ya se ha pedido todo lo que queda. A un par sin otra cosa que enviar se le pide entonces también uno de esos bloques, para que uno lento no retrase el final; lo que llega dos veces se desecha.</translation>
    </message>
    <message>
        <source>Partial pieces first: what is begun is finished, for only whole pieces can be verified and traded.</source>
        <translation>Primero las empezadas: lo empezado se acaba, pues solo las piezas enteras se pueden verificar e intercambiar.</translation>
    </message>
    <message>
        <source>Block: what is asked for at a time, 16 KiB of a piece.</source>
        <translation>Bloque: lo que se pide de una vez, 16 KiB de una pieza.</translation>
    </message>
    <message>
        <source>Requests in flight: blocks asked for and not here yet. With too few of them a peer that is far away has to wait for the next one to arrive.</source>
        <translation>Peticiones en camino: bloques pedidos que aún no han llegado. Con pocas, un par lejano tiene que esperar a que le llegue la siguiente.</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>never: {reason}</source>
        <translation>nunca: {reason}</translation>
    </message>
    <message>
        <source>{likely} (it may be {between})</source>
        <translation>{likely} (puede ser {between})</translation>
    </message>
    <message>
        <source>Never, as things stand: {reason}, and the trackers know of no seed.</source>
        <translation>Nunca, tal como está: {reason}, y los rastreadores no conocen ninguna semilla.</translation>
    </message>
    <message>
        <source>{likely}, at the pace of the last minute.</source>
        <translation>{likely}, al ritmo del último minuto.</translation>
    </message>
    <message>
        <source>Likely {likely}, at the pace of the last minute. At best {best}: it comes in gusts, and in half of the last five minutes nothing came.</source>
        <translation>Probablemente {likely}, al ritmo del último minuto. En el mejor caso {best}: llega a ráfagas, y en la mitad de los últimos cinco minutos no llegó nada.</translation>
    </message>
    <message>
        <source>Likely {likely}, at the pace of the last minute. At best {best}, as fast as in the better half of the last five minutes; at worst {worst}, as in the other half.</source>
        <translation>Probablemente {likely}, al ritmo del último minuto. En el mejor caso {best}, tan rápido como en la mejor mitad de los últimos cinco minutos; en el peor {worst}, como en la otra mitad.</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are missing that nobody connected has</source>
        <translation>
            <numerusform>falta %Ln pieza que no tiene ningún par conectado</numerusform>
            <numerusform>faltan %Ln piezas que no tiene ningún par conectado</numerusform>
        </translation>
    </message>
    <message>
        <source>pieces are missing that nobody connected has</source>
        <translation>faltan piezas que no tiene ningún par conectado</translation>
    </message>
    <message>
        <source>Not known: how fast the other pieces come says nothing of those that nobody connected has.</source>
        <translation>No se sabe: lo rápido que llegan las otras piezas no dice nada de las que no tiene ningún par conectado.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>and %n before</source>
        <comment>announces</comment>
        <translation>
            <numerusform>y %Ln antes</numerusform>
            <numerusform>y %Ln antes</numerusform>
        </translation>
    </message>
    <message>
        <source>answered</source>
        <translation>respondido</translation>
    </message>
    <message>
        <source>answered with a warning, or in part</source>
        <translation>respondido con aviso o en parte</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message numerus="yes">
        <source>%n announces</source>
        <translation>
            <numerusform>%Ln anuncio</numerusform>
            <numerusform>%Ln anuncios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln respondido</numerusform>
            <numerusform>%Ln respondidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n peers</source>
        <translation>
            <numerusform>como máximo %Ln par</numerusform>
            <numerusform>como máximo %Ln pares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in part</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln solo en parte</numerusform>
            <numerusform>%Ln solo en parte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln con aviso</numerusform>
            <numerusform>%Ln con aviso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>announces</comment>
        <translation>
            <numerusform>%Ln fallido</numerusform>
            <numerusform>%Ln fallidos</numerusform>
        </translation>
    </message>
    <message>
        <source>the last at {time}</source>
        <translation>el último {time}</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Barra de herramientas</translation>
    </message>
</context>
<context>
    <name>TorrentForm</name>
    <message>
        <source>Tr&amp;y again</source>
        <translation>Otra ve&amp;z</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>Swarm</source>
        <translation>Enjambre</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>A&amp;rchivos</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>Etiq&amp;ueta</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>Car&amp;peta</translation>
    </message>
    <message>
        <source>This torrent is in the list already.</source>
        <translation>Este torrent ya está en la lista.</translation>
    </message>
    <message>
        <source>The details are here: {facts}</source>
        <translation>Han llegado los datos: {facts}</translation>
    </message>
    <message>
        <source>No torrent was found here.</source>
        <translation>Aquí no hay ningún torrent.</translation>
    </message>
    <message>
        <source>Fetching the .torrent</source>
        <translation>Trayendo el .torrent</translation>
    </message>
    <message>
        <source>Reading the torrent</source>
        <translation>Leyendo el torrent</translation>
    </message>
    <message>
        <source>Finding the details</source>
        <translation>Buscando los datos</translation>
    </message>
    <message numerus="yes">
        <source>Finding the details, %n peers</source>
        <translation>
            <numerusform>Buscando los datos, %Ln par</numerusform>
            <numerusform>Buscando los datos, %Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>You can add it now; the details are fetched while it is in the list.</source>
        <translation>Puedes añadirlo ya; los datos se buscan mientras está en la lista.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>v1 and v2</source>
        <translation>v1 y v2</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
</context>
<context>
    <name>TorrentLog</name>
    <message numerus="yes">
        <source>%n warnings and errors.</source>
        <translation>
            <numerusform>%Ln advertencia o error.</numerusform>
            <numerusform>%Ln advertencias y errores.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {all} entries, every step since {time}.</source>
        <translation>
            <numerusform>{shown} de {all} entrada, cada paso desde {time}.</numerusform>
            <numerusform>{shown} de {all} entradas, cada paso desde {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{all} entries, every step since {time}.</source>
        <translation>
            <numerusform>{all} entrada, cada paso desde {time}.</numerusform>
            <numerusform>{all} entradas, cada paso desde {time}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of {all} entries since Starling was started.</source>
        <translation>
            <numerusform>{shown} de {all} entrada desde que se inició Starling.</numerusform>
            <numerusform>{shown} de {all} entradas desde que se inició Starling.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{shown} of the latest {all} entries.</source>
        <translation>
            <numerusform>{shown} de la última {all} entrada.</numerusform>
            <numerusform>{shown} de las últimas {all} entradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest {all} entries.</source>
        <translation>
            <numerusform>La última {all} entrada.</numerusform>
            <numerusform>Las últimas {all} entradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{all} entries since Starling was started.</source>
        <translation>
            <numerusform>{all} entrada desde que se inició Starling.</numerusform>
            <numerusform>{all} entradas desde que se inició Starling.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Torrents</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Of the files that are wanted</source>
        <translation>De los archivos que quieres</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Semillas</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Ratio</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>Puesto en la cola</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Rastreador</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>When complete</source>
        <translation>Al completarse</translation>
    </message>
    <message>
        <source>Total size</source>
        <translation>Tamaño total</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restante</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Desechado</translation>
    </message>
    <message>
        <source>Uploaded</source>
        <translation>Subido</translation>
    </message>
    <message>
        <source>Session downloaded</source>
        <translation>Descargado en la sesión</translation>
    </message>
    <message>
        <source>Session uploaded</source>
        <translation>Subido en la sesión</translation>
    </message>
    <message>
        <source>Down limit</source>
        <translation>Límite de descarga</translation>
    </message>
    <message>
        <source>Up limit</source>
        <translation>Límite de subida</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Disponibilidad</translation>
    </message>
    <message>
        <source>Popularity</source>
        <translation>Popularidad</translation>
    </message>
    <message>
        <source>Ratio gained in a month of activity</source>
        <translation>Ratio ganado en un mes de actividad</translation>
    </message>
    <message>
        <source>Time active</source>
        <translation>Tiempo activo</translation>
    </message>
    <message>
        <source>Time seeding</source>
        <translation>Tiempo compartiendo</translation>
    </message>
    <message>
        <source>Asks again in</source>
        <translation>Pregunta en</translation>
    </message>
    <message>
        <source>Completed on</source>
        <translation>Completado el</translation>
    </message>
    <message>
        <source>Created on</source>
        <translation>Creado el</translation>
    </message>
    <message>
        <source>Last seen complete</source>
        <translation>Visto completo</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>Última actividad</translation>
    </message>
    <message>
        <source>Info-hash v1</source>
        <translation>Info-hash v1</translation>
    </message>
    <message>
        <source>Info-hash v2</source>
        <translation>Info-hash v2</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privado</translation>
    </message>
    <message>
        <source>Seeding goal</source>
        <translation>Objetivo de compartir</translation>
    </message>
    <message>
        <source>Until when it is seeded</source>
        <translation>Hasta cuándo se comparte</translation>
    </message>
    <message>
        <source>Goal left</source>
        <translation>Falta del objetivo</translation>
    </message>
    <message>
        <source>What is left of the seeding goal</source>
        <translation>Lo que falta del objetivo de compartir</translation>
    </message>
    <message>
        <source>Connected / known to the trackers</source>
        <translation>Conectados / conocidos por los rastreadores</translation>
    </message>
    <message>
        <source>{title}, connected</source>
        <translation>{title}, con conexión</translation>
    </message>
    <message>
        <source>{title}, known</source>
        <translation>{title}, en el enjambre</translation>
    </message>
    <message>
        <source>{connected} connected</source>
        <translation>{connected} con conexión</translation>
    </message>
    <message>
        <source>{connected} connected of {known}</source>
        <translation>{connected} con conexión, de {known}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
</context>
<context>
    <name>TrackerActions</name>
    <message>
        <source>&amp;Ask all now</source>
        <translation>Preguntar a &amp;todos ahora</translation>
    </message>
    <message>
        <source>Ask every tracker and the DHT for peers now.</source>
        <translation>Pedir pares ahora a todos los rastreadores y a la DHT.</translation>
    </message>
    <message>
        <source>Ask the selected &amp;now</source>
        <translation>Preguntar ahora a los &amp;seleccionados</translation>
    </message>
    <message>
        <source>Ask now in any &amp;case</source>
        <translation>Preguntar &amp;ya de todos modos</translation>
    </message>
    <message>
        <source>Also before the time the tracker asks for. Some trackers ban those who do so often.</source>
        <translation>También antes de lo que pide el rastreador. Algunos vetan a quien lo hace a menudo.</translation>
    </message>
    <message>
        <source>&amp;Scrape: ask for counts only</source>
        <translation>Scra&amp;pe: pedir solo los recuentos</translation>
    </message>
    <message>
        <source>Add &amp;trackers…</source>
        <translation>&amp;Añadir rastreadores…</translation>
    </message>
    <message>
        <source>&amp;Edit trackers…</source>
        <translation>&amp;Editar rastreadores…</translation>
    </message>
    <message>
        <source>Move &amp;up in the tiers</source>
        <translation>S&amp;ubir en los niveles</translation>
    </message>
    <message>
        <source>Move &amp;down in the tiers</source>
        <translation>&amp;Bajar en los niveles</translation>
    </message>
    <message>
        <source>Add &amp;web seeds…</source>
        <translation>Añadir semillas &amp;web…</translation>
    </message>
    <message>
        <source>Edit we&amp;b seed…</source>
        <translation>Ed&amp;itar semilla web…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Copy whole UR&amp;L</source>
        <translation>Copiar la UR&amp;L completa</translation>
    </message>
    <message>
        <source>With the passkey, if there is one: whoever has it can download in your name.</source>
        <translation>Con la passkey, si la hay: quien la tenga puede descargar en tu nombre.</translation>
    </message>
    <message>
        <source>C&amp;opy rows</source>
        <translation>Copia&amp;r las filas</translation>
    </message>
    <message>
        <source>The torrent is paused: nothing is asked.</source>
        <translation>El torrent está en pausa: no se pregunta nada.</translation>
    </message>
    <message>
        <source>None of these can be asked.</source>
        <translation>A ninguno de estos se le puede preguntar.</translation>
    </message>
    <message>
        <source>Connected peers tell of others by themselves: they can&apos;t be asked.</source>
        <translation>Los pares conectados hablan de otros por sí mismos: no se les puede preguntar.</translation>
    </message>
    <message>
        <source>The local network is asked every few minutes, and not at will.</source>
        <translation>A la red local se le pregunta cada pocos minutos, no a voluntad.</translation>
    </message>
    <message>
        <source>A web seed has files and knows no peers.</source>
        <translation>Una semilla web tiene archivos y no conoce pares.</translation>
    </message>
    <message>
        <source>Ask the selected &amp;now (from {time})</source>
        <translation>Preguntar a los &amp;seleccionados (desde {time})</translation>
    </message>
</context>
<context>
    <name>TrackerCommands</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> y %Ln más</numerusform>
            <numerusform> y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} may not be asked before {time}: it is asked then.</source>
        <translation>
            <numerusform>A {names} no se le puede preguntar antes de {time}: se le preguntará entonces.</numerusform>
            <numerusform>A {names} no se les puede preguntar antes de {time}: se les preguntará entonces.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add trackers</source>
        <translation>Añadir rastreadores</translation>
    </message>
    <message>
        <source>&amp;Addresses of trackers, one per line; a blank line begins a new tier</source>
        <translation>&amp;Direcciones de rastreadores, una por línea; una línea en blanco empieza otro nivel</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message numerus="yes">
        <source>%n of them were there already.</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln de ellos ya estaba.</numerusform>
            <numerusform>%Ln de ellos ya estaban.</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit trackers</source>
        <translation>Editar rastreadores</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Add web seeds</source>
        <translation>Añadir semillas web</translation>
    </message>
    <message>
        <source>&amp;Addresses of web servers that have the files, one per line</source>
        <translation>&amp;Direcciones de servidores web que tienen los archivos, una por línea</translation>
    </message>
    <message>
        <source>Edit web seed</source>
        <translation>Editar semilla web</translation>
    </message>
    <message>
        <source>&amp;Address of a web server that has the files</source>
        <translation>&amp;Dirección de un servidor web que tiene los archivos</translation>
    </message>
</context>
<context>
    <name>TrackerView</name>
    <message>
        <source>a tier of its own: {tier}</source>
        <translation>un nivel propio: {tier}</translation>
    </message>
    <message>
        <source>into tier {tier}</source>
        <translation>al nivel {tier}</translation>
    </message>
</context>
<context>
    <name>Trackers</name>
    <message>
        <source>port {port}</source>
        <translation>puerto {port}</translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <comment>of the DHT</comment>
        <translation>
            <numerusform>%Ln nodo</numerusform>
            <numerusform>%Ln nodos</numerusform>
        </translation>
    </message>
    <message>
        <source>web seed</source>
        <translation>semilla web</translation>
    </message>
    <message>
        <source>{size} got</source>
        <translation>{size} recibidos</translation>
    </message>
    <message>
        <source>DHT</source>
        <translation>DHT</translation>
    </message>
    <message>
        <source>Peer exchange</source>
        <translation>Intercambio de pares</translation>
    </message>
    <message>
        <source>Local network</source>
        <translation>Red local</translation>
    </message>
    <message>
        <source>Sends {rate}</source>
        <translation>Envía {rate}</translation>
    </message>
    <message>
        <source>Sends nothing now</source>
        <translation>Ahora no envía</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>In reserve</source>
        <translation>En reserva</translation>
    </message>
    <message>
        <source>Not asked now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>Nombre no hallado</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Conexión rechazada</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Inaccesible</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Conexión cortada</translation>
    </message>
    <message>
        <source>Bad certificate</source>
        <translation>Certificado no válido</translation>
    </message>
    <message>
        <source>Moved away</source>
        <translation>Redirigido</translation>
    </message>
    <message>
        <source>Server error</source>
        <translation>Error del servidor</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>Respuesta no válida</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Falla</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>periódico</translation>
    </message>
    <message>
        <source>started</source>
        <translation>inicio</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>completado</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parada</translation>
    </message>
    <message>
        <source>both hashes</source>
        <translation>ambos hashes</translation>
    </message>
    <message>
        <source>hash v{number}</source>
        <translation>hash v{number}</translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln par</numerusform>
            <numerusform>%Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«{words}»</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Works, but warns</source>
        <translation>Funciona, con aviso</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Sin usar</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Trackers of a higher tier are asked when those before them do not answer.</source>
        <translation>A los rastreadores de un nivel mayor se les pregunta si los anteriores no responden.</translation>
    </message>
    <message>
        <source>Tracker</source>
        <translation>Rastreador</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocolo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Peers got</source>
        <translation>Dio pares</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Semillas</translation>
    </message>
    <message>
        <source>Leechers</source>
        <translation>Leechers</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>What a web seed sends now.</source>
        <translation>Lo que envía ahora una semilla web.</translation>
    </message>
    <message>
        <source>Data got</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>What came from a web seed since it is connected.</source>
        <translation>Lo que llegó de una semilla web desde que está conectada.</translation>
    </message>
    <message>
        <source>Last asked</source>
        <translation>Preguntado</translation>
    </message>
    <message>
        <source>Asks again in</source>
        <translation>Pregunta en</translation>
    </message>
    <message>
        <source>May be asked in</source>
        <translation>Admite en</translation>
    </message>
    <message>
        <source>Before that the tracker does not want to be asked again.</source>
        <translation>Antes de eso el rastreador no quiere que se le pregunte otra vez.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Últimas 6 horas</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
</context>
<context>
    <name>TrackersPage</name>
    <message>
        <source>Trackers</source>
        <translation>Rastreadores</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Ask all now</source>
        <translation>Preguntar a todos</translation>
    </message>
    <message>
        <source>Ask every tracker and the DHT for peers now.</source>
        <translation>Pedir pares ahora a todos los rastreadores y a la DHT.</translation>
    </message>
    <message>
        <source>May be asked again at {time}.</source>
        <translation>Se le puede volver a preguntar desde {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n fail.</source>
        <translation>
            <numerusform>Falla %Ln.</numerusform>
            <numerusform>Fallan %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>DHT, peer exchange and local network found %n more.</source>
        <translation>
            <numerusform>La DHT, el intercambio de pares y la red local encontraron %Ln más.</numerusform>
            <numerusform>La DHT, el intercambio de pares y la red local encontraron %Ln más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds send {rate}.</source>
        <translation>
            <numerusform>%Ln semilla web envía {rate}.</numerusform>
            <numerusform>%Ln semillas web envían {rate}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n web seeds.</source>
        <translation>
            <numerusform>%Ln semilla web.</numerusform>
            <numerusform>%Ln semillas web.</numerusform>
        </translation>
    </message>
    <message>
        <source>This torrent has no trackers: peers come by DHT, peer exchange and local network.</source>
        <translation>Este torrent no tiene rastreadores: los pares llegan por la DHT, el intercambio de pares y la red local.</translation>
    </message>
    <message numerus="yes">
        <source>They gave {peers} peers, the last {ago}.</source>
        <translation>
            <numerusform>Dieron {peers} par {ago}.</numerusform>
            <numerusform>Dieron {peers} pares, los últimos {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They gave {peers} peers.</source>
        <translation>
            <numerusform>Dieron {peers} par.</numerusform>
            <numerusform>Dieron {peers} pares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gave {peers} peers {ago}.</source>
        <translation>
            <numerusform>Dio {peers} par {ago}.</numerusform>
            <numerusform>Dio {peers} pares {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gave {peers} peers.</source>
        <translation>
            <numerusform>Dio {peers} par.</numerusform>
            <numerusform>Dio {peers} pares.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tracker works.</source>
        <translation>El rastreador funciona.</translation>
    </message>
    <message>
        <source>The tracker is being asked.</source>
        <translation>Se está preguntando al rastreador.</translation>
    </message>
    <message>
        <source>The tracker does not work.</source>
        <translation>El rastreador no funciona.</translation>
    </message>
    <message>
        <source>The tracker is off.</source>
        <translation>El rastreador está apagado.</translation>
    </message>
    <message>
        <source>The tracker is not asked now.</source>
        <translation>Ahora no se pregunta al rastreador.</translation>
    </message>
    <message>
        <source>The tracker has not been asked yet.</source>
        <translation>Aún no se ha preguntado al rastreador.</translation>
    </message>
    <message numerus="yes">
        <source>{working} of {all} trackers work.</source>
        <translation>
            <numerusform>Funciona {working} de {all} rastreadores.</numerusform>
            <numerusform>Funcionan {working} de {all} rastreadores.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of {all} trackers are off.</source>
        <translation>Los {all} rastreadores están apagados.</translation>
    </message>
    <message>
        <source>None of {all} trackers works now.</source>
        <translation>Ahora no funciona ninguno de los {all} rastreadores.</translation>
    </message>
    <message numerus="yes">
        <source>Together they gave %n peers.</source>
        <translation>
            <numerusform>Entre todos dieron %Ln par.</numerusform>
            <numerusform>Entre todos dieron %Ln pares.</numerusform>
        </translation>
    </message>
    <message>
        <source>The next one is asked in {again}.</source>
        <translation>Al siguiente se le pregunta en {again}.</translation>
    </message>
    <message numerus="yes">
        <source>%n sources selected</source>
        <translation>
            <numerusform>%Ln origen seleccionado</numerusform>
            <numerusform>%Ln orígenes seleccionados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n work</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln funciona</numerusform>
            <numerusform>%Ln funcionan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fail</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln falla</numerusform>
            <numerusform>%Ln fallan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are being asked</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>se pregunta a %Ln</numerusform>
            <numerusform>se pregunta a %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln espera</numerusform>
            <numerusform>%Ln esperan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are off</source>
        <comment>trackers</comment>
        <translation>
            <numerusform>%Ln apagado</numerusform>
            <numerusform>%Ln apagados</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} works</source>
        <translation>{name} funciona</translation>
    </message>
    <message>
        <source>It says: {words}.</source>
        <translation>Dice: {words}.</translation>
    </message>
    <message>
        <source>{name} is being asked</source>
        <translation>Se está preguntando a {name}</translation>
    </message>
    <message>
        <source>It has not answered for {time}.</source>
        <translation>Lleva {time} sin responder.</translation>
    </message>
    <message>
        <source>{name} is off</source>
        <translation>{name}: apagado</translation>
    </message>
    <message>
        <source>{name} is in reserve</source>
        <translation>{name} está en reserva</translation>
    </message>
    <message>
        <source>It is asked when those before it do not answer.</source>
        <translation>Se le pregunta si los anteriores no responden.</translation>
    </message>
    <message>
        <source>{name} was not asked yet</source>
        <translation>Aún no se ha preguntado a {name}</translation>
    </message>
    <message>
        <source>{name} is not asked now</source>
        <translation>Ahora no se pregunta a {name}</translation>
    </message>
    <message>
        <source>Those before it come first, or the torrent does not run.</source>
        <translation>Antes van los anteriores, o el torrent no está en marcha.</translation>
    </message>
    <message>
        <source>It was asked last {ago}, and that failed: {why}.</source>
        <translation>Se le preguntó {ago} y falló: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>It was asked last {ago}, and gave %n peers.</source>
        <translation>
            <numerusform>Se le preguntó {ago} y dio %Ln par.</numerusform>
            <numerusform>Se le preguntó {ago} y dio %Ln pares.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was asked last {ago}.</source>
        <translation>Se le preguntó {ago}.</translation>
    </message>
    <message numerus="yes">
        <source>Gave %n peers {ago}; it is asked again in {again}.</source>
        <translation>
            <numerusform>Dio %Ln par {ago}; se le vuelve a preguntar en {again}.</numerusform>
            <numerusform>Dio %Ln pares {ago}; se le vuelve a preguntar en {again}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gave %n peers {ago}.</source>
        <translation>
            <numerusform>Dio %Ln par {ago}.</numerusform>
            <numerusform>Dio %Ln pares {ago}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gave %n peers.</source>
        <translation>
            <numerusform>Dio %Ln par.</numerusform>
            <numerusform>Dio %Ln pares.</numerusform>
        </translation>
    </message>
    <message>
        <source>It gave no counts: {why}.</source>
        <translation>No dio recuentos: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%Ln semilla</numerusform>
            <numerusform>%Ln semillas</numerusform>
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
            <numerusform>Conoce {seeds} y {leechers}, y ha contado %Ln descarga.</numerusform>
            <numerusform>Conoce {seeds} y {leechers}, y ha contado %Ln descargas.</numerusform>
        </translation>
    </message>
    <message>
        <source>It knows {seeds} and {leechers}.</source>
        <translation>Conoce {seeds} y {leechers}.</translation>
    </message>
    <message>
        <source>Both hashes of the torrent, v1 and v2, are announced.</source>
        <translation>Se anuncian los dos hashes del torrent, v1 y v2.</translation>
    </message>
    <message>
        <source>hash v{number} works</source>
        <translation>el hash v{number} funciona</translation>
    </message>
    <message>
        <source>hash v{number} fails</source>
        <translation>el hash v{number} falla</translation>
    </message>
    <message>
        <source>hash v{number} is being asked for</source>
        <translation>se está preguntando por el hash v{number}</translation>
    </message>
    <message>
        <source>hash v{number} was not announced</source>
        <translation>el hash v{number} no se ha anunciado</translation>
    </message>
    <message>
        <source>hash v{number} is off</source>
        <translation>el hash v{number} está apagado</translation>
    </message>
    <message>
        <source>Of the torrent&apos;s two hashes: {states}.</source>
        <translation>De los dos hashes del torrent: {states}.</translation>
    </message>
    <message>
        <source>Tried again in {again}.</source>
        <translation>Otro intento en {again}.</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times since {since}, again in {again}.</source>
        <translation>
            <numerusform>%Ln intento desde {since}, otro en {again}.</numerusform>
            <numerusform>%Ln intentos desde {since}, otro en {again}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times since {since}; it is asked again when those that work fail.</source>
        <translation>
            <numerusform>%Ln intento desde {since}; se le volverá a preguntar cuando fallen los que funcionan.</numerusform>
            <numerusform>%Ln intentos desde {since}; se le volverá a preguntar cuando fallen los que funcionan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times since {since}.</source>
        <translation>
            <numerusform>%Ln intento desde {since}.</numerusform>
            <numerusform>%Ln intentos desde {since}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Last 6 hours: {summary}; it took {time} to answer.</source>
        <translation>Últimas 6 horas: {summary}; tardó {time} en responder.</translation>
    </message>
    <message>
        <source>Last 6 hours: {summary}.</source>
        <translation>Últimas 6 horas: {summary}.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the connected peers were found by it.</source>
        <translation>
            <numerusform>Encontró %Ln de los pares conectados.</numerusform>
            <numerusform>Encontró %Ln de los pares conectados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It knows %n nodes.</source>
        <comment>of the DHT</comment>
        <translation>
            <numerusform>Conoce %Ln nodo.</numerusform>
            <numerusform>Conoce %Ln nodos.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is asked again in {again}.</source>
        <translation>Se le vuelve a preguntar en {again}.</translation>
    </message>
    <message>
        <source>{name} is on</source>
        <translation>{name}: activo</translation>
    </message>
    <message>
        <source>{name} does not send what it should</source>
        <translation>{name} no envía lo que debería</translation>
    </message>
    <message>
        <source>The files there are others, or the address is wrong.</source>
        <translation>Los archivos de allí son otros, o la dirección no es la correcta.</translation>
    </message>
    <message>
        <source>{name} sends {rate}</source>
        <translation>{name} envía {rate}</translation>
    </message>
    <message>
        <source>{size} came from it.</source>
        <translation>De ahí llegaron {size}.</translation>
    </message>
    <message>
        <source>{name} sends nothing now</source>
        <translation>{name} no envía nada ahora</translation>
    </message>
    <message>
        <source>{name} is not used now</source>
        <translation>{name} no se usa ahora</translation>
    </message>
    <message>
        <source>A web seed is asked while the torrent downloads and has room for it.</source>
        <translation>A una semilla web se le pide mientras el torrent descarga y tiene sitio para ella.</translation>
    </message>
    <message>
        <source>None of {all} trackers has answered yet.</source>
        <translation>Aún no ha respondido ninguno de los {all} rastreadores.</translation>
    </message>
    <message>
        <source>{name} does not work</source>
        <translation>{name} no funciona</translation>
    </message>
    <message>
        <source>{name} was not found</source>
        <translation>No se encontró {name}</translation>
    </message>
    <message>
        <source>No server bears that name any more, or it is misspelt: correct it, or remove it.</source>
        <translation>Ya no hay ningún servidor con ese nombre, o está mal escrito: corrígelo o quítalo.</translation>
    </message>
    <message>
        <source>{name} refuses connections</source>
        <translation>{name} rechaza las conexiones</translation>
    </message>
    <message>
        <source>The server is there, but no tracker runs at this port: it is down, or has moved.</source>
        <translation>El servidor existe, pero en este puerto no hay ningún rastreador: está caído o se ha mudado.</translation>
    </message>
    <message>
        <source>{name} does not answer</source>
        <translation>{name} no responde</translation>
    </message>
    <message>
        <source>The server is down, or something on the way drops UDP.</source>
        <translation>El servidor está caído, o algo por el camino descarta UDP.</translation>
    </message>
    <message>
        <source>The server is down or overloaded, or a firewall swallows what we ask.</source>
        <translation>El servidor está caído o saturado, o un cortafuegos se traga lo que preguntamos.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be reached</source>
        <translation>No se llega a {name}</translation>
    </message>
    <message>
        <source>Look at IPv6, the VPN and the interface in the settings.</source>
        <translation>Mira IPv6, la VPN y la interfaz en los ajustes.</translation>
    </message>
    <message>
        <source>{name} cut the connection</source>
        <translation>{name} cortó la conexión</translation>
    </message>
    <message>
        <source>Perhaps it is overloaded, or wants https.</source>
        <translation>Quizá está saturado o exige https.</translation>
    </message>
    <message>
        <source>{name} can&apos;t prove who it is</source>
        <translation>{name} no puede probar quién es</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Only its operator can mend the certificate.</source>
        <translation>No se le envió nada. Solo su responsable puede arreglar el certificado.</translation>
    </message>
    <message>
        <source>{name} has moved</source>
        <translation>{name} se ha mudado</translation>
    </message>
    <message>
        <source>Edit its address, if you trust the new one.</source>
        <translation>Edita su dirección si te fías de la nueva.</translation>
    </message>
    <message>
        <source>{name} answers with an error</source>
        <translation>{name} responde con un error</translation>
    </message>
    <message>
        <source>If it stays so, correct the address, or remove it.</source>
        <translation>Si sigue así, corrige la dirección o quítala.</translation>
    </message>
    <message>
        <source>{name} does not answer like a tracker</source>
        <translation>{name} no responde como un rastreador</translation>
    </message>
    <message>
        <source>Its address may lead to a web page: look at it with Edit.</source>
        <translation>Quizá su dirección lleva a una página web: mírala con Editar.</translation>
    </message>
    <message>
        <source>{name} turns this torrent down</source>
        <translation>{name} rechaza este torrent</translation>
    </message>
    <message>
        <source>Only its site can tell why: an unknown torrent, another passkey, a client not allowed.</source>
        <translation>Solo su sitio puede decir por qué: torrent desconocido, otra passkey, cliente no permitido.</translation>
    </message>
    <message>
        <source>{name} was not asked</source>
        <translation>No se preguntó a {name}</translation>
    </message>
</context>
<context>
    <name>TryLine</name>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Detenerlo</translation>
    </message>
    <message>
        <source>It runs for “{name}”…</source>
        <translation>Se ejecuta para «{name}»…</translation>
    </message>
    <message>
        <source>It was ended.</source>
        <translation>Se detuvo.</translation>
    </message>
    <message>
        <source>It ran for “{name}” and ended well: “{said}”.</source>
        <translation>Se ejecutó para «{name}» y terminó bien: «{said}».</translation>
    </message>
    <message>
        <source>It ran for “{name}” and ended well.</source>
        <translation>Se ejecutó para «{name}» y terminó bien.</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Ejemplo</translation>
    </message>
</context>
<context>
    <name>TypedDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
</context>
<context>
    <name>Unasked</name>
    <message>
        <source>There is no .torrent file in {folder}.</source>
        <translation>No hay ningún archivo .torrent en {folder}.</translation>
    </message>
    <message>
        <source>{folder} holds too much to look through: not all of it is added.</source>
        <translation>{folder} contiene demasiado para mirarlo todo: no se añade todo.</translation>
    </message>
    <message>
        <source>The folder {folder} may not be read.</source>
        <translation>No se puede leer la carpeta {folder}.</translation>
    </message>
    <message>
        <source>“{name}” is in the list already.</source>
        <translation>«{name}» ya está en la lista.</translation>
    </message>
    <message>
        <source>“{name}” was added.</source>
        <translation>«{name}» se añadió.</translation>
    </message>
</context>
<context>
    <name>UndoCommands</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Removed “{name}”.</source>
        <translation>Se quitó «{name}».</translation>
    </message>
    <message>
        <source>Removed “{name}”. Its files are in the trash.</source>
        <translation>Se quitó «{name}». Sus archivos están en la papelera.</translation>
    </message>
    <message>
        <source>Removed “{name}”. Its files stay where they are.</source>
        <translation>Se quitó «{name}». Sus archivos siguen donde están.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n torrents.</source>
        <translation>
            <numerusform>Se quitó %Ln torrent.</numerusform>
            <numerusform>Se quitaron %Ln torrents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n torrents. Their files are in the trash.</source>
        <translation>
            <numerusform>Se quitó %Ln torrent. Sus archivos están en la papelera.</numerusform>
            <numerusform>Se quitaron %Ln torrents. Sus archivos están en la papelera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n torrents. Their files stay where they are.</source>
        <translation>
            <numerusform>Se quitó %Ln torrent. Sus archivos siguen donde están.</numerusform>
            <numerusform>Se quitaron %Ln torrents. Sus archivos siguen donde están.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>«{name}» ha vuelto.</translation>
    </message>
    <message numerus="yes">
        <source>%n torrents are back.</source>
        <translation>
            <numerusform>%Ln torrent ha vuelto.</numerusform>
            <numerusform>%Ln torrents han vuelto.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictTips</name>
    <message numerus="yes">
        <source>%n blocks are asked of it, {size} of them not here yet.</source>
        <translation>
            <numerusform>Se le ha pedido %Ln bloque; aún no han llegado {size}.</numerusform>
            <numerusform>Se le han pedido %Ln bloques; aún no han llegado {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocks are asked of it, {size} of them not here yet: enough for {duration} at its rate.</source>
        <translation>
            <numerusform>Se le ha pedido %Ln bloque; aún no han llegado {size}: bastan para {duration} a su velocidad.</numerusform>
            <numerusform>Se le han pedido %Ln bloques; aún no han llegado {size}: bastan para {duration} a su velocidad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It waits for %n blocks from you.</source>
        <translation>
            <numerusform>Espera de ti %Ln bloque.</numerusform>
            <numerusform>Espera de ti %Ln bloques.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Optimistic slot, takes nothing yet</source>
        <translation>Hueco optimista, aún no toma nada</translation>
    </message>
    <message>
        <source>Has nothing we need yet</source>
        <translation>Aún no tiene nada que necesitemos</translation>
    </message>
    <message>
        <source>Has everything too</source>
        <translation>También lo tiene todo</translation>
    </message>
    <message>
        <source>Wants nothing now</source>
        <translation>Ahora no quiere nada</translation>
    </message>
    <message>
        <source>Optimistic slot, and sends</source>
        <translation>Hueco optimista, y envía</translation>
    </message>
    <message>
        <source>Optimistic slot</source>
        <translation>Hueco optimista</translation>
    </message>
    <message>
        <source>Trades with us, slot {number}</source>
        <translation>Intercambia, hueco {number}</translation>
    </message>
    <message>
        <source>Trades with us</source>
        <translation>Intercambia</translation>
    </message>
    <message>
        <source>Sends us the last blocks</source>
        <translation>Nos envía los últimos bloques</translation>
    </message>
    <message>
        <source>Sends as fast as we ask</source>
        <translation>Envía tan rápido como pedimos</translation>
    </message>
    <message>
        <source>Sends at its own pace</source>
        <translation>Envía a su ritmo</translation>
    </message>
    <message>
        <source>Sends to us</source>
        <translation>Nos envía</translation>
    </message>
    <message>
        <source>We send to it, slot {number}</source>
        <translation>Le enviamos, hueco {number}</translation>
    </message>
    <message>
        <source>We send to it</source>
        <translation>Le enviamos</translation>
    </message>
    <message>
        <source>Snubbed: promised data, sends none</source>
        <translation>Moroso: prometió datos y no envía</translation>
    </message>
    <message>
        <source>Asked, nothing came for {duration}</source>
        <translation>Pedido; {duration} sin llegar nada</translation>
    </message>
    <message>
        <source>Waits for a slot of ours</source>
        <translation>Espera un hueco nuestro</translation>
    </message>
    <message>
        <source>≤ {limit}: sends as fast as our limit for it allows</source>
        <translation>≤ {limit}: envía tan rápido como permite nuestro límite</translation>
    </message>
    <message>
        <source>≤ {limit}: takes as much as our limit for it allows</source>
        <translation>≤ {limit}: recibe tanto como permite nuestro límite</translation>
    </message>
    <message>
        <source>Held back by a rate limit here</source>
        <translation>Frenado por un límite de aquí</translation>
    </message>
    <message>
        <source>A rate limit here holds it back</source>
        <translation>Lo frena un límite de aquí</translation>
    </message>
    <message>
        <source>Waits for your disk</source>
        <translation>Espera a tu disco</translation>
    </message>
    <message>
        <source>Snubbed: sent nothing for {duration}</source>
        <translation>Moroso: {duration} sin enviar</translation>
    </message>
    <message>
        <source>Chokes us, just connected</source>
        <translation>Nos ahoga, recién conectado</translation>
    </message>
    <message>
        <source>Chokes us</source>
        <translation>Nos ahoga</translation>
    </message>
    <message>
        <source>Chokes us, {duration}</source>
        <translation>Nos ahoga, {duration}</translation>
    </message>
    <message>
        <source>Asked, nothing came yet</source>
        <translation>Pedido, aún no llega nada</translation>
    </message>
    <message>
        <source>Sends piece {number}.</source>
        <translation>Envía la pieza {number}.</translation>
    </message>
    <message>
        <source>Endgame: others were asked for the same blocks too.</source>
        <translation>Fase final: los mismos bloques se han pedido también a otros.</translation>
    </message>
    <message>
        <source>On trial: a piece with blocks of it failed its hash check.</source>
        <translation>A prueba: una pieza con bloques suyos no pasó la comprobación.</translation>
    </message>
    <message>
        <source>Nothing has moved for {duration}.</source>
        <translation>Nada se mueve desde hace {duration}.</translation>
    </message>
    <message>
        <source>Optimistic slot: one that goes by turns, whatever a peer gives, so that newcomers can begin to trade.</source>
        <translation>Hueco optimista: uno que va por turnos, dé lo que dé un par, para que los nuevos puedan empezar a intercambiar.</translation>
    </message>
    <message>
        <source>You give each other data: your upload slots go to those who give you most.</source>
        <translation>Os dais datos uno a otro: tus huecos de subida van a quienes más te dan.</translation>
    </message>
    <message>
        <source>Snubbed: it lets you have data and was asked for some, and nothing has come for too long. It is asked for one block at a time, and gets no upload slot by what it gives.</source>
        <translation>Moroso: te deja pedir datos, se le pidieron y hace demasiado que no llega nada. Se le pide un bloque cada vez y no recibe hueco de subida por lo que da.</translation>
    </message>
    <message>
        <source>It wants your data, and you choke it: your upload slots serve others, who give you more or whose turn it is.</source>
        <translation>Quiere tus datos y lo ahogas: tus huecos de subida sirven a otros, que te dan más o a los que les toca.</translation>
    </message>
    <message>
        <source>Choked: it has what you want, and lets you ask for nothing now. As a rule clients serve those who give them most, and one by turns; it does not say why.</source>
        <translation>Te ahoga: tiene lo que quieres y ahora no te deja pedir nada. Por lo general los clientes sirven a quienes más les dan, y a uno por turnos; no dice por qué.</translation>
    </message>
    <message>
        <source>It has no piece that you want and miss. When it gets one it tells you.</source>
        <translation>No tiene ninguna pieza que quieras y te falte. Cuando tenga una te lo dirá.</translation>
    </message>
    <message>
        <source>The connection or the handshake is not finished yet.</source>
        <translation>Aún no ha acabado la conexión o el saludo.</translation>
    </message>
    <message>
        <source>It lets you have data and was asked for some.</source>
        <translation>Te deja pedir datos y se le pidieron.</translation>
    </message>
    <message>
        <source>The connection waits for its share of a rate limit: one of yours, or the one by which TCP leaves room for µTP.</source>
        <translation>La conexión espera su parte de un límite de velocidad: uno tuyo, o aquel con el que TCP deja sitio a µTP.</translation>
    </message>
    <message>
        <source>The connection waits until your disk has read or written more.</source>
        <translation>La conexión espera a que tu disco lea o escriba más.</translation>
    </message>
    <message>
        <source>Nearly all that was asked of it has come: it could send more if more were asked for.</source>
        <translation>Ha llegado casi todo lo que se le pidió: podría enviar más si se le pidiera más.</translation>
    </message>
    <message>
        <source>More is asked of it than it sends. Its upload limit, its other peers or the way between hold it back: which of them cannot be seen from here.</source>
        <translation>Se le pide más de lo que envía. Lo frena su límite de subida, sus otros pares o el camino: cuál de ellos no se ve desde aquí.</translation>
    </message>
    <message>
        <source>On average the next block is here after {duration}.</source>
        <translation>De media el siguiente bloque llega tras {duration}.</translation>
    </message>
    <message>
        <source>If none comes in {duration}, a block that was asked of it is asked of others.</source>
        <translation>Si no llega ninguno en {duration}, un bloque que se le pidió se pide a otros.</translation>
    </message>
    <message>
        <source>It has given you {size} before.</source>
        <translation>Antes te ha dado {size}.</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{figure} s</source>
        <translation>{figure} s</translation>
    </message>
</context>
<context>
    <name>Visitors</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
</context>
<context>
    <name>VisitorsTail</name>
    <message>
        <source>Connected now</source>
        <translation>Conectados ahora</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>No hay nadie conectado.</translation>
    </message>
</context>
<context>
    <name>Wasted</name>
    <message>
        <source>Thrown away, and why</source>
        <translation>Desechado, y por qué</translation>
    </message>
    <message>
        <source>this session</source>
        <translation>esta sesión</translation>
    </message>
    <message>
        <source>Came twice</source>
        <translation>Llegó dos veces</translation>
    </message>
    <message>
        <source>Failed its check</source>
        <translation>No pasó la comprobación</translation>
    </message>
    <message>
        <source>Why twice</source>
        <translation>Por qué dos veces</translation>
    </message>
    <message>
        <source>all torrents, since the start</source>
        <translation>todos los torrents, desde el inicio</translation>
    </message>
    <message>
        <source>all torrents</source>
        <translation>todos los torrents</translation>
    </message>
    <message>
        <source>Who had a part in wrong pieces</source>
        <translation>Quién puso parte de piezas erróneas</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>{size}, {percent}</source>
        <translation>{size}, {percent}</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%Ln pieza</numerusform>
            <numerusform>%Ln piezas</numerusform>
        </translation>
    </message>
    <message>
        <source>banned</source>
        <translation>vetado</translation>
    </message>
    <message>
        <source>on parole</source>
        <translation>a prueba</translation>
    </message>
</context>
<context>
    <name>WatchFolderDialog</name>
    <message>
        <source>New watch folder</source>
        <translation>Nueva carpeta vigilada</translation>
    </message>
    <message>
        <source>Edit watch folder</source>
        <translation>Editar carpeta vigilada</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>E&amp;xaminar…</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>Exa&amp;minar…</translation>
    </message>
    <message>
        <source>Watch the &amp;folders in it too</source>
        <translation>&amp;Vigilar también sus carpetas</translation>
    </message>
    <message>
        <source>S&amp;tart the torrents</source>
        <translation>&amp;Iniciar los torrents</translation>
    </message>
    <message>
        <source>Rename it to end in .added</source>
        <translation>Añadir .added a su nombre</translation>
    </message>
    <message>
        <source>Move it to the trash</source>
        <translation>Moverlo a la papelera</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>Vigi&amp;lar</translation>
    </message>
    <message>
        <source>&amp;Save in</source>
        <translation>Guardar &amp;en</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>E&amp;tiquetas</translation>
    </message>
    <message>
        <source>Added f&amp;ile</source>
        <translation>&amp;Archivo añadido</translation>
    </message>
    <message>
        <source>This folder is watched already: it is {folder} by another name.</source>
        <translation>Esta carpeta ya se vigila: es {folder} con otro nombre.</translation>
    </message>
    <message>
        <source>The folder to watch</source>
        <translation>La carpeta que se vigila</translation>
    </message>
    <message>
        <source>Where its torrents are saved</source>
        <translation>Dónde se guardan sus torrents</translation>
    </message>
</context>
<context>
    <name>WatchFolders</name>
    <message>
        <source>A watch folder needs a folder.</source>
        <translation>Una carpeta vigilada necesita una carpeta.</translation>
    </message>
    <message>
        <source>The watch folder {folder} must be named in full, from the root on.</source>
        <translation>La carpeta vigilada {folder} debe darse entera, desde la raíz.</translation>
    </message>
    <message>
        <source>{folder}, where torrents are saved, must be named in full, from the root on.</source>
        <translation>{folder}, donde se guardan los torrents, debe darse entera, desde la raíz.</translation>
    </message>
    <message>
        <source>Torrents are saved in {folder}: their own files are never added, even if they hold torrents.</source>
        <translation>En {folder} se guardan torrents: sus propios archivos nunca se añaden, aunque contengan torrents.</translation>
    </message>
    <message>
        <source>{folder} is watched with its subfolders: what is set here applies here.</source>
        <translation>{folder} se vigila con todo lo que contiene: aquí vale lo que se diga aquí.</translation>
    </message>
    <message>
        <source>{folder} is watched by itself: what is set there applies there.</source>
        <translation>{folder} se vigila por su cuenta: allí vale lo que se diga allí.</translation>
    </message>
    <message>
        <source>Watch folders must be a list.</source>
        <translation>Las carpetas vigiladas deben ser una lista.</translation>
    </message>
    <message>
        <source>There can be at most {count} watch folders.</source>
        <translation>Puede haber como mucho {count} carpetas vigiladas.</translation>
    </message>
    <message>
        <source>The folder {folder} is watched already.</source>
        <translation>La carpeta {folder} ya se vigila.</translation>
    </message>
    <message>
        <source>The watch folder {folder} can&apos;t be used: {field} is not understood.</source>
        <translation>No se puede usar la carpeta vigilada {folder}: no se entiende {field}.</translation>
    </message>
</context>
<context>
    <name>WatchFoldersEditor</name>
    <message>
        <source>New…</source>
        <translation>Nueva…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>New watch folder</source>
        <translation>Nueva carpeta vigilada</translation>
    </message>
    <message>
        <source>Edit watch folder</source>
        <translation>Editar carpeta vigilada</translation>
    </message>
    <message>
        <source>Remove watch folder</source>
        <translation>Quitar carpeta vigilada</translation>
    </message>
    <message>
        <source>with its subfolders</source>
        <translation>con sus subcarpetas</translation>
    </message>
    <message>
        <source>saved in {folder}</source>
        <translation>se guarda en {folder}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>files kept</source>
        <translation>archivos conservados</translation>
    </message>
    <message>
        <source>files to the trash</source>
        <translation>archivos a la papelera</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>The watch folder {folder} holds too much to look through.</source>
        <translation>La carpeta vigilada {folder} contiene demasiado para recorrerla.</translation>
    </message>
    <message>
        <source>{file} was added but can&apos;t go to the trash: {reason}. It stays there.</source>
        <translation>{file} se añadió, pero no puede ir a la papelera: {reason}. Se queda ahí.</translation>
    </message>
    <message>
        <source>{file} was added but can&apos;t be renamed: {reason}. It stays as it is.</source>
        <translation>{file} se añadió, pero no se le puede cambiar el nombre: {reason}. Se queda como está.</translation>
    </message>
    <message>
        <source>The watch folder {folder} is not there. It is watched again when it comes back.</source>
        <translation>La carpeta vigilada {folder} no está. Se vigilará otra vez cuando vuelva.</translation>
    </message>
    <message>
        <source>The watch folder {folder} may not be read.</source>
        <translation>No hay permiso para leer la carpeta vigilada {folder}.</translation>
    </message>
    <message>
        <source>The watch folder {folder} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer la carpeta vigilada {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The watch folder {folder} does not answer. Starling goes on waiting.</source>
        <translation>La carpeta vigilada {folder} no responde. Starling sigue esperando.</translation>
    </message>
    <message>
        <source>The watch folder {folder} is watched again.</source>
        <translation>La carpeta vigilada {folder} se vigila otra vez.</translation>
    </message>
    <message>
        <source>The watch folder {folder} is {other} by another name: that one is watched.</source>
        <translation>La carpeta vigilada {folder} es {other} con otro nombre: se vigila esa.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is too large for a list of links: nothing of it was added.</source>
        <translation>{file} es demasiado grande para ser una lista de enlaces: no se añadió nada de él.</translation>
    </message>
    <message>
        <source>There is no magnet link in {file}.</source>
        <translation>No hay ningún enlace magnet en {file}.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>{pieces} and {count} more</source>
        <translation>{pieces} y {count} más</translation>
    </message>
    <message>
        <source>It is paused.</source>
        <translation>Está en pausa.</translation>
    </message>
    <message numerus="yes">
        <source>Queued behind %n others.</source>
        <translation>
            <numerusform>En cola detrás de otro (%Ln).</numerusform>
            <numerusform>En cola detrás de otros %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>It starts when one of those that run is done, or makes room.</source>
        <translation>Empezará cuando uno de los que están en marcha acabe o deje sitio.</translation>
    </message>
    <message>
        <source>Queued: as many run as may at once.</source>
        <translation>En cola: ya están en marcha todos los que pueden ir a la vez.</translation>
    </message>
    <message>
        <source>The schedule has it wait.</source>
        <translation>El horario lo hace esperar.</translation>
    </message>
    <message>
        <source>The schedule has it wait until {time}.</source>
        <translation>El horario lo hace esperar hasta {time}.</translation>
    </message>
    <message>
        <source>Every file is skipped: nothing is wanted.</source>
        <translation>Todos los archivos están omitidos: no se quiere nada.</translation>
    </message>
    <message>
        <source>It is being opened.</source>
        <translation>Se está abriendo.</translation>
    </message>
    <message>
        <source>What is on the disk is being checked, which has to be done first.</source>
        <translation>Se comprueba lo que hay en el disco, que es lo primero.</translation>
    </message>
    <message>
        <source>What is on the disk is to be checked, after other torrents.</source>
        <translation>Falta comprobar lo que hay en el disco, después de otros torrents.</translation>
    </message>
    <message>
        <source>Its files are being moved to {folder}.</source>
        <translation>Sus archivos se están moviendo a {folder}.</translation>
    </message>
    <message>
        <source>Disk full on {folder}, {size} missing.</source>
        <translation>Disco lleno en {folder}, faltan {size}.</translation>
    </message>
    <message>
        <source>It goes on when there is room.</source>
        <translation>Seguirá cuando haya sitio.</translation>
    </message>
    <message numerus="yes">
        <source>Your disk does not keep up: data for %n peers wait to be read.</source>
        <translation>
            <numerusform>Tu disco no da abasto: esperan lectura datos para %Ln par.</numerusform>
            <numerusform>Tu disco no da abasto: esperan lectura datos para %Ln pares.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your disk does not keep up: data of %n peers wait to be written.</source>
        <translation>
            <numerusform>Tu disco no da abasto: esperan escritura datos de %Ln par.</numerusform>
            <numerusform>Tu disco no da abasto: esperan escritura datos de %Ln pares.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no connection to the internet: nobody answers, not even the DHT.</source>
        <translation>Este equipo no tiene conexión a internet: no responde nadie, ni siquiera la DHT.</translation>
    </message>
    <message>
        <source>The DHT has not named anybody who has it.</source>
        <translation>La DHT no ha nombrado a nadie que lo tenga.</translation>
    </message>
    <message numerus="yes">
        <source>The trackers count %n others, and have not named any of them.</source>
        <translation>
            <numerusform>Los rastreadores cuentan otro (%Ln) y no lo han nombrado.</numerusform>
            <numerusform>Los rastreadores cuentan otros %Ln y no han nombrado a ninguno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trackers have not answered yet.</source>
        <translation>
            <numerusform>%Ln rastreador aún no ha respondido.</numerusform>
            <numerusform>%Ln rastreadores aún no han respondido.</numerusform>
        </translation>
    </message>
    <message>
        <source>You called more than {count} addresses: they did not answer, or hung up.</source>
        <translation>Llamaste a más de {count} direcciones: no respondieron o colgaron.</translation>
    </message>
    <message numerus="yes">
        <source>You called %n addresses: they did not answer, or hung up.</source>
        <translation>
            <numerusform>Llamaste a %Ln dirección: no respondió o colgó.</numerusform>
            <numerusform>Llamaste a %Ln direcciones: no respondieron o colgaron.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bans or the IP filter keep out everybody who was found.</source>
        <translation>Los vetos o el filtro de IP dejan fuera a todos los que se encontraron.</translation>
    </message>
    <message numerus="yes">
        <source>%n connections ended at once: you have no encryption in common.</source>
        <translation>
            <numerusform>%Ln conexión acabó enseguida: no tenéis ningún cifrado en común.</numerusform>
            <numerusform>%Ln conexiones acabaron enseguida: no tenéis ningún cifrado en común.</numerusform>
        </translation>
    </message>
    <message>
        <source>All or nearly all of your {limit} connections are taken by other torrents.</source>
        <translation>Otros torrents ocupan todas o casi todas tus {limit} conexiones.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for metadata: %n peers, none has given it.</source>
        <translation>
            <numerusform>Esperando los metadatos: %Ln par, no los ha dado.</numerusform>
            <numerusform>Esperando los metadatos: %Ln pares, ninguno los ha dado.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected, and have nothing that you need.</source>
        <translation>
            <numerusform>Hay %Ln par conectado y no tiene nada que necesites.</numerusform>
            <numerusform>Hay %Ln pares conectados y no tienen nada que necesites.</numerusform>
        </translation>
    </message>
    <message>
        <source>Probably they give their upload to others at the moment.</source>
        <translation>Probablemente ahora dan su subida a otros.</translation>
    </message>
    <message>
        <source>Nobody but the web seed {host} was found, and that fails: {message}</source>
        <translation>Solo se encontró la semilla web {host}, y falla: {message}</translation>
    </message>
    <message>
        <source>Nobody but the web seed {host} was found, and that sends nothing.</source>
        <translation>Solo se encontró la semilla web {host}, y no envía nada.</translation>
    </message>
    <message>
        <source>Nobody is connected.</source>
        <translation>No hay nadie conectado.</translation>
    </message>
    <message>
        <source>No incoming connections: port {port} is not reachable.</source>
        <translation>Sin conexiones entrantes: el puerto {port} no es accesible.</translation>
    </message>
    <message numerus="yes">
        <source>The trackers count %n peers that download it.</source>
        <translation>
            <numerusform>Los rastreadores cuentan %Ln par que lo descarga.</numerusform>
            <numerusform>Los rastreadores cuentan %Ln pares que lo descargan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You called %n addresses, and none answered.</source>
        <translation>
            <numerusform>Llamaste a %Ln dirección y no respondió.</numerusform>
            <numerusform>Llamaste a %Ln direcciones y no respondió ninguna.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nobody to ask for peers: it is private, and has no tracker.</source>
        <translation>No hay a quién pedir pares: es privado y no tiene rastreador.</translation>
    </message>
    <message>
        <source>There is nobody to ask for peers: it has no tracker, and the DHT is switched off.</source>
        <translation>No hay a quién pedir pares: no tiene rastreador y la DHT está apagada.</translation>
    </message>
    <message>
        <source>There is nobody to ask for peers: it has no tracker, and may not use the DHT.</source>
        <translation>No hay a quién pedir pares: no tiene rastreador y no puede usar la DHT.</translation>
    </message>
    <message>
        <source>{host} refuses this torrent. {message}</source>
        <translation>{host} rechaza este torrent. {message}</translation>
    </message>
    <message>
        <source>Its only tracker fails, {host}: {message}</source>
        <translation>Falla su único rastreador, {host}: {message}</translation>
    </message>
    <message numerus="yes">
        <source>All %n trackers fail.</source>
        <translation>
            <numerusform>Falla %Ln rastreador.</numerusform>
            <numerusform>Fallan los %Ln rastreadores.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first, {host}: {message}</source>
        <translation>El primero, {host}: {message}</translation>
    </message>
    <message>
        <source>So it has been since {time}.</source>
        <translation>Así está desde {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n trackers answer, and know nobody else who has it.</source>
        <translation>
            <numerusform>%Ln rastreador responde y no conoce a nadie más que lo tenga.</numerusform>
            <numerusform>%Ln rastreadores responden y no conocen a nadie más que lo tenga.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asked last at {time}.</source>
        <translation>Preguntado por última vez: {time}.</translation>
    </message>
    <message>
        <source>The DHT is being asked for peers.</source>
        <translation>Se están pidiendo pares a la DHT.</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses are known, and nobody is connected yet.</source>
        <translation>
            <numerusform>Se conoce %Ln dirección y aún no hay nadie conectado.</numerusform>
            <numerusform>Se conocen %Ln direcciones y aún no hay nadie conectado.</numerusform>
        </translation>
    </message>
    <message>
        <source>You require encryption, and they do not speak it.</source>
        <translation>Exiges cifrado y ellos no lo hablan.</translation>
    </message>
    <message>
        <source>You have switched encryption off, and they require it.</source>
        <translation>Has apagado el cifrado y ellos lo exigen.</translation>
    </message>
    <message>
        <source>Nobody has been found who has it, and its metadata come from others.</source>
        <translation>No se ha encontrado a nadie que lo tenga, y sus metadatos llegan de otros.</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected, and none can give the metadata: they do not speak the extension protocol.</source>
        <translation>
            <numerusform>Hay %Ln par conectado y no puede dar los metadatos: no habla el protocolo de extensiones.</numerusform>
            <numerusform>Hay %Ln pares conectados y ninguno puede dar los metadatos: no hablan el protocolo de extensiones.</numerusform>
        </translation>
    </message>
    <message>
        <source>The metadata come again and again without the link&apos;s hash: somebody sends others.</source>
        <translation>Los metadatos llegan una y otra vez sin el hash del enlace: alguien envía otros.</translation>
    </message>
    <message>
        <source>The metadata came, and did not have the link&apos;s hash: somebody sends others.</source>
        <translation>Los metadatos llegaron y no tenían el hash del enlace: alguien envía otros.</translation>
    </message>
    <message>
        <source>your limit for this torrent is {limit}</source>
        <translation>tu límite para este torrent es {limit}</translation>
    </message>
    <message>
        <source>your limit for the label “{label}” is {limit}</source>
        <translation>tu límite para la etiqueta «{label}» es {limit}</translation>
    </message>
    <message>
        <source>your limit in slow mode is {limit}</source>
        <translation>tu límite en modo lento es {limit}</translation>
    </message>
    <message>
        <source>your limit is {limit}</source>
        <translation>tu límite es {limit}</translation>
    </message>
    <message numerus="yes">
        <source>Data of %n peers wait, for {limit}.</source>
        <translation>
            <numerusform>Esperan datos de %Ln par, pues {limit}.</numerusform>
            <numerusform>Esperan datos de %Ln pares, pues {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody connected has any of the %n pieces that are missing.</source>
        <translation>
            <numerusform>Ningún par conectado tiene %Ln pieza que falta.</numerusform>
            <numerusform>Ningún par conectado tiene ninguna de las %Ln piezas que faltan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody connected has piece {pieces}.</source>
        <translation>Ningún par conectado tiene la pieza {pieces}.</translation>
    </message>
    <message>
        <source>Nobody connected has pieces {pieces}.</source>
        <translation>Ningún par conectado tiene las piezas {pieces}.</translation>
    </message>
    <message>
        <source>Last complete copy seen: {age}.</source>
        <translation>Última copia completa vista: {age}.</translation>
    </message>
    <message numerus="yes">
        <source>The trackers count %n seeds, and none of them is connected.</source>
        <translation>
            <numerusform>Los rastreadores cuentan %Ln semilla y no está conectada.</numerusform>
            <numerusform>Los rastreadores cuentan %Ln semillas y no hay ninguna conectada.</numerusform>
        </translation>
    </message>
    <message>
        <source>You give them hardly anything either: {limit}.</source>
        <translation>Tú tampoco les das casi nada: {limit}.</translation>
    </message>
    <message>
        <source>One peer has what you need, and it chokes you.</source>
        <translation>Un par tiene lo que necesitas y te ahoga.</translation>
    </message>
    <message numerus="yes">
        <source>%n peers have what you need, and all of them choke you.</source>
        <translation>
            <numerusform>%Ln par tiene lo que necesitas y te ahoga.</numerusform>
            <numerusform>%Ln pares tienen lo que necesitas y todos te ahogan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers let you download, and send nothing although they were asked long ago.</source>
        <translation>
            <numerusform>%Ln par te deja descargar y no envía nada, aunque se le pidió hace mucho.</numerusform>
            <numerusform>%Ln pares te dejan descargar y no envían nada, aunque se les pidió hace mucho.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others that have what you need choke you.</source>
        <translation>Los otros que tienen lo que necesitas te ahogan.</translation>
    </message>
    <message numerus="yes">
        <source>%n peers were asked for blocks, and have not sent any yet.</source>
        <translation>
            <numerusform>Se han pedido bloques a %Ln par, que aún no ha enviado ninguno.</numerusform>
            <numerusform>Se han pedido bloques a %Ln pares, que aún no han enviado ninguno.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces in a row failed their hash check: somebody sends wrong data.</source>
        <translation>
            <numerusform>%Ln pieza no pasó la comprobación: alguien envía datos erróneos.</numerusform>
            <numerusform>%Ln piezas seguidas no pasaron la comprobación: alguien envía datos erróneos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were banned for it.</source>
        <translation>
            <numerusform>Se vetó por ello a %Ln par.</numerusform>
            <numerusform>Se vetó por ello a %Ln pares.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is complete, and nobody is connected.</source>
        <translation>Está completo y no hay nadie conectado.</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected, and none of them wants anything.</source>
        <translation>
            <numerusform>Hay %Ln par conectado y no quiere nada.</numerusform>
            <numerusform>Hay %Ln pares conectados y ninguno quiere nada.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Data for %n peers wait, for {limit}.</source>
        <translation>
            <numerusform>Esperan datos para %Ln par, pues {limit}.</numerusform>
            <numerusform>Esperan datos para %Ln pares, pues {limit}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers want data, and get none.</source>
        <translation>
            <numerusform>%Ln par quiere datos y no los recibe.</numerusform>
            <numerusform>%Ln pares quieren datos y no los reciben.</numerusform>
        </translation>
    </message>
    <message>
        <source>All {limit} upload slots are taken.</source>
        <translation>Los {limit} huecos de subida están ocupados.</translation>
    </message>
    <message>
        <source>Nothing comes, and nothing that is known says why.</source>
        <translation>No llega nada, y nada de lo que se sabe dice por qué.</translation>
    </message>
    <message>
        <source>an address that cannot be read</source>
        <translation>una dirección ilegible</translation>
    </message>
    <message>
        <source>Stalled: {reason}</source>
        <translation>Parado: {reason}</translation>
    </message>
    <message>
        <source>Finding details: {reason}</source>
        <translation>Buscando datos: {reason}</translation>
    </message>
    <message>
        <source>Seeding, {reason}</source>
        <translation>Compartiendo, {reason}</translation>
    </message>
    <message>
        <source>perhaps {reason}</source>
        <translation>quizá {reason}</translation>
    </message>
    <message>
        <source>As far as can be seen: {sentence}</source>
        <translation>Por lo que se ve: {sentence}</translation>
    </message>
    <message>
        <source>Lift the limit</source>
        <translation>Quitar el límite</translation>
    </message>
    <message>
        <source>Raise the limit to {rate}</source>
        <translation>Subir el límite a {rate}</translation>
    </message>
    <message>
        <source>Allow {count} upload slots</source>
        <translation>Permitir {count} huecos de subida</translation>
    </message>
    <message>
        <source>Allow {count} connections</source>
        <translation>Permitir {count} conexiones</translation>
    </message>
    <message>
        <source>{number}st</source>
        <comment>an ordinal</comment>
        <translation>{number}.º</translation>
    </message>
    <message>
        <source>{number}nd</source>
        <comment>an ordinal</comment>
        <translation>{number}.º</translation>
    </message>
    <message>
        <source>{number}rd</source>
        <comment>an ordinal</comment>
        <translation>{number}.º</translation>
    </message>
    <message>
        <source>{number}th</source>
        <comment>an ordinal</comment>
        <translation>{number}.º</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>queued, {place} in line</source>
        <translation>en cola, {place}</translation>
    </message>
    <message>
        <source>waiting: schedule</source>
        <translation>en espera: horario</translation>
    </message>
    <message>
        <source>waiting until {time}: schedule</source>
        <translation>en espera hasta {time}: horario</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disco lleno</translation>
    </message>
    <message>
        <source>disk full on {path}</source>
        <translation>disco lleno en {path}</translation>
    </message>
    <message>
        <source>no incoming connections</source>
        <translation>sin conexiones entrantes</translation>
    </message>
    <message>
        <source>port {port} is not reachable</source>
        <translation>puerto {port} no accesible</translation>
    </message>
    <message numerus="yes">
        <source>%n trackers fail</source>
        <translation>
            <numerusform>falla %Ln rastreador</numerusform>
            <numerusform>fallan %Ln rastreadores</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody could be reached</source>
        <translation>no se llegó a nadie</translation>
    </message>
    <message numerus="yes">
        <source>%n addresses, none answers</source>
        <translation>
            <numerusform>no responde %Ln dirección</numerusform>
            <numerusform>no responden %Ln direcciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connecting to %n addresses</source>
        <translation>
            <numerusform>conectando con %Ln dirección</numerusform>
            <numerusform>conectando con %Ln direcciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers choke us</source>
        <translation>
            <numerusform>nos ahoga %Ln par</numerusform>
            <numerusform>nos ahogan %Ln pares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers let us in and send nothing</source>
        <translation>
            <numerusform>%Ln par moroso: nos deja pedir y no envía</numerusform>
            <numerusform>%Ln pares morosos: nos dejan pedir y no envían</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers were asked, none sends</source>
        <translation>
            <numerusform>%Ln par no envía lo pedido</numerusform>
            <numerusform>%Ln pares no envían lo pedido</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces are on no connected peer</source>
        <translation>
            <numerusform>falta %Ln pieza en los pares conectados</numerusform>
            <numerusform>faltan %Ln piezas en los pares conectados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces failed their check</source>
        <translation>
            <numerusform>%Ln pieza no pasó la comprobación</numerusform>
            <numerusform>%Ln piezas no pasaron la comprobación</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers want nothing</source>
        <translation>
            <numerusform>sin interés de %Ln par</numerusform>
            <numerusform>sin interés de %Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>every file is skipped</source>
        <translation>todos los archivos omitidos</translation>
    </message>
    <message>
        <source>being opened</source>
        <translation>abriéndose</translation>
    </message>
    <message>
        <source>checking its files</source>
        <translation>comprobando sus archivos</translation>
    </message>
    <message>
        <source>waiting to be checked</source>
        <translation>a la espera de comprobación</translation>
    </message>
    <message>
        <source>moving its files</source>
        <translation>moviendo sus archivos</translation>
    </message>
    <message>
        <source>too little space is left</source>
        <translation>queda poco espacio</translation>
    </message>
    <message>
        <source>its files may not be written</source>
        <translation>no se puede escribir en sus archivos</translation>
    </message>
    <message>
        <source>files are missing</source>
        <translation>faltan archivos</translation>
    </message>
    <message>
        <source>its drive or folder is not there</source>
        <translation>no está su unidad o carpeta</translation>
    </message>
    <message>
        <source>disk error</source>
        <translation>error de disco</translation>
    </message>
    <message>
        <source>the disk does not keep up</source>
        <translation>el disco no da abasto</translation>
    </message>
    <message>
        <source>no connection to the network</source>
        <translation>sin conexión a la red</translation>
    </message>
    <message>
        <source>the proxy does not work</source>
        <translation>el proxy no funciona</translation>
    </message>
    <message>
        <source>nobody can connect to us</source>
        <translation>nadie puede conectarse a nosotros</translation>
    </message>
    <message>
        <source>nobody to ask for peers</source>
        <translation>sin fuentes de pares</translation>
    </message>
    <message>
        <source>a tracker refused it</source>
        <translation>rechazado por un rastreador</translation>
    </message>
    <message>
        <source>trackers fail</source>
        <translation>fallan los rastreadores</translation>
    </message>
    <message>
        <source>nobody else has it</source>
        <translation>nadie más lo tiene</translation>
    </message>
    <message>
        <source>asking for peers</source>
        <translation>pidiendo pares</translation>
    </message>
    <message>
        <source>connecting to peers</source>
        <translation>conectando con pares</translation>
    </message>
    <message>
        <source>peers do not answer</source>
        <translation>los pares no responden</translation>
    </message>
    <message>
        <source>all peers are banned or filtered</source>
        <translation>vetados o filtrados todos los pares</translation>
    </message>
    <message>
        <source>no encryption in common</source>
        <translation>sin cifrado en común</translation>
    </message>
    <message>
        <source>More upload slots: Preferences…</source>
        <translation>Más huecos de subida: Preferencias…</translation>
    </message>
    <message>
        <source>More connections: Preferences…</source>
        <translation>Más conexiones: Preferencias…</translation>
    </message>
    <message numerus="yes">
        <source>%n peers, none has given it</source>
        <translation>
            <numerusform>sin metadatos de %Ln par</numerusform>
            <numerusform>sin metadatos de %Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>hardly any connections left</source>
        <translation>casi sin conexiones libres</translation>
    </message>
    <message>
        <source>nobody was found</source>
        <translation>nadie encontrado</translation>
    </message>
    <message>
        <source>peers do not give the metadata</source>
        <translation>los pares no dan los metadatos</translation>
    </message>
    <message>
        <source>peers cannot give the metadata</source>
        <translation>los pares no pueden dar los metadatos</translation>
    </message>
    <message>
        <source>the metadata were wrong</source>
        <translation>los metadatos eran erróneos</translation>
    </message>
    <message>
        <source>your download limit</source>
        <translation>tu límite de descarga</translation>
    </message>
    <message>
        <source>pieces that nobody connected has</source>
        <translation>piezas que no tiene ningún par conectado</translation>
    </message>
    <message>
        <source>peers have nothing new</source>
        <translation>los pares no tienen nada nuevo</translation>
    </message>
    <message>
        <source>peers choke us, your upload limit is low</source>
        <translation>los pares nos ahogan, tu límite de subida es bajo</translation>
    </message>
    <message>
        <source>peers choke us</source>
        <translation>los pares nos ahogan</translation>
    </message>
    <message>
        <source>peers let us in and send nothing</source>
        <translation>pares morosos: nos dejan pedir y no envían</translation>
    </message>
    <message>
        <source>waiting for blocks</source>
        <translation>esperando bloques</translation>
    </message>
    <message>
        <source>wrong data</source>
        <translation>datos erróneos</translation>
    </message>
    <message>
        <source>the web seed fails</source>
        <translation>falla la semilla web</translation>
    </message>
    <message>
        <source>nobody asks</source>
        <translation>nadie pide</translation>
    </message>
    <message>
        <source>nobody wants anything</source>
        <translation>nadie quiere nada</translation>
    </message>
    <message>
        <source>your upload limit</source>
        <translation>tu límite de subida</translation>
    </message>
    <message>
        <source>all upload slots are taken</source>
        <translation>sin huecos de subida libres</translation>
    </message>
    <message>
        <source>nothing comes</source>
        <translation>no llega nada</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Iniciar ahora</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>Leave slow mode</source>
        <translation>Dejar el modo lento</translation>
    </message>
    <message>
        <source>Ask for more peers</source>
        <translation>Pedir más pares</translation>
    </message>
    <message>
        <source>Edit trackers…</source>
        <translation>Editar rastreadores…</translation>
    </message>
    <message>
        <source>Add peers…</source>
        <translation>Añadir pares…</translation>
    </message>
    <message>
        <source>Switch on the DHT</source>
        <translation>Encender la DHT</translation>
    </message>
    <message>
        <source>Allow both kinds of connections</source>
        <translation>Permitir con y sin cifrado</translation>
    </message>
    <message>
        <source>Bans and filters…</source>
        <translation>Vetos y filtros…</translation>
    </message>
    <message>
        <source>Show the connection</source>
        <translation>Mostrar la conexión</translation>
    </message>
    <message>
        <source>Free space…</source>
        <translation>Liberar espacio…</translation>
    </message>
    <message>
        <source>Say where the files are…</source>
        <translation>Decir dónde están los archivos…</translation>
    </message>
    <message>
        <source>Check the files</source>
        <translation>Comprobar los archivos</translation>
    </message>
    <message>
        <source>Skip what nobody has…</source>
        <translation>Omitir lo que nadie tiene…</translation>
    </message>
    <message>
        <source>Show the pieces</source>
        <translation>Mostrar las piezas</translation>
    </message>
    <message>
        <source>Show the peers</source>
        <translation>Mostrar los pares</translation>
    </message>
    <message>
        <source>Show the trackers</source>
        <translation>Mostrar los rastreadores</translation>
    </message>
    <message>
        <source>It may run</source>
        <translation>Puede estar en marcha</translation>
    </message>
    <message>
        <source>Its files are there</source>
        <translation>Sus archivos están</translation>
    </message>
    <message>
        <source>The disk has {size} free, and {lacking} are still to come</source>
        <translation>El disco tiene {size} libres y aún faltan {lacking}</translation>
    </message>
    <message>
        <source>The disk takes what comes</source>
        <translation>El disco recibe lo que llega</translation>
    </message>
    <message>
        <source>The disk has room: {size} free</source>
        <translation>Hay sitio en el disco: {size} libres</translation>
    </message>
    <message>
        <source>Peers are reached by the proxy</source>
        <translation>Se llega a los pares por el proxy</translation>
    </message>
    <message>
        <source>Port {port} is open</source>
        <translation>El puerto {port} está abierto</translation>
    </message>
    <message>
        <source>Port {port}: nobody from outside has connected yet</source>
        <translation>Puerto {port}: aún no ha conectado nadie de fuera</translation>
    </message>
    <message>
        <source>Nobody can connect to us; we can to others</source>
        <translation>Nadie puede conectarse a nosotros; nosotros a otros sí</translation>
    </message>
    <message>
        <source>Trackers answer: {seeds}, {peers}</source>
        <translation>Los rastreadores responden: {seeds}, {peers}</translation>
    </message>
    <message numerus="yes">
        <source>%n seeds</source>
        <translation>
            <numerusform>%Ln semilla</numerusform>
            <numerusform>%Ln semillas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers</source>
        <translation>
            <numerusform>%Ln par</numerusform>
            <numerusform>%Ln pares</numerusform>
        </translation>
    </message>
    <message>
        <source>Trackers answer</source>
        <translation>Los rastreadores responden</translation>
    </message>
    <message>
        <source>Trackers fail, but peers are known</source>
        <translation>Los rastreadores fallan, pero se conocen pares</translation>
    </message>
    <message>
        <source>Peers are known without trackers</source>
        <translation>Se conocen pares sin rastreadores</translation>
    </message>
    <message numerus="yes">
        <source>%n peers are connected</source>
        <translation>
            <numerusform>Hay %Ln par conectado</numerusform>
            <numerusform>Hay %Ln pares conectados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers can give the metadata</source>
        <translation>
            <numerusform>%Ln par puede dar los metadatos</numerusform>
            <numerusform>%Ln pares pueden dar los metadatos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every piece exists on your %n peers</source>
        <translation>
            <numerusform>Tu par tiene todas las piezas (%Ln)</numerusform>
            <numerusform>Entre tus %Ln pares están todas las piezas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n peers wait for their turn</source>
        <translation>
            <numerusform>%Ln par espera su turno</numerusform>
            <numerusform>%Ln pares esperan su turno</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is kept waiting</source>
        <translation>No se hace esperar a nadie</translation>
    </message>
    <message numerus="yes">
        <source>%n peers let us download</source>
        <translation>
            <numerusform>%Ln par nos deja descargar</numerusform>
            <numerusform>%Ln pares nos dejan descargar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why isn&apos;t this moving?</source>
        <translation>¿Por qué no se mueve?</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>Wire</name>
    <message>
        <source>All messages</source>
        <translation>Todos los mensajes</translation>
    </message>
    <message>
        <source>Without requests and blocks</source>
        <translation>Sin peticiones ni bloques</translation>
    </message>
    <message>
        <source>Requests and blocks</source>
        <translation>Peticiones y bloques</translation>
    </message>
    <message>
        <source>Choking and interest</source>
        <translation>Ahogo e interés</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Quién tiene qué</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>Handshake and connection</source>
        <translation>Saludo y conexión</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>De qué trata</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>All bytes of the message, where libtorrent tells them</source>
        <translation>Todos los bytes del mensaje, si libtorrent los dice</translation>
    </message>
    <message>
        <source>← it says</source>
        <translation>← llega</translation>
    </message>
    <message>
        <source>→ we say</source>
        <translation>→ sale</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>conectado</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>cifrado</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>sin anotar</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>perdidos</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>it called us</source>
        <translation>nos llamó</translation>
    </message>
    <message>
        <source>we called it</source>
        <translation>lo llamamos</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>sin cifrar</translation>
    </message>
    <message>
        <source>only the handshake encrypted</source>
        <translation>solo el saludo cifrado</translation>
    </message>
    <message>
        <source>encrypted: on the network nobody could read this</source>
        <translation>cifrado: en la red nadie podría leer esto</translation>
    </message>
    <message>
        <source>piece {piece}, block {block}: {length} at {offset}</source>
        <translation>pieza {piece}, bloque {block}: {length} en {offset}</translation>
    </message>
    <message>
        <source>piece {piece}</source>
        <translation>pieza {piece}</translation>
    </message>
    <message numerus="yes">
        <source>{have} of %n pieces</source>
        <translation>
            <numerusform>{have} de %Ln pieza</numerusform>
            <numerusform>{have} de %Ln piezas</numerusform>
        </translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>puerto {port}</translation>
    </message>
    <message>
        <source>{added} came, {dropped} went</source>
        <translation>{added} llegaron, {dropped} se fueron</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>layer {layer}, from {first} on, {count} hashes</source>
        <translation>capa {layer}, desde {first}, {count} hashes</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>número {number}</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>durante {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>of the handshake only</source>
        <translation>solo del saludo</translation>
    </message>
    <message>
        <source>{count} B</source>
        <translation>{count} B</translation>
    </message>
    <message>
        <source>It may be libtorrent&apos;s conclusion: a peer without the fast extension says so by choking, and the handshake of this one was not seen.</source>
        <translation>Puede ser una deducción de libtorrent: un par sin la extensión Fast lo dice ahogando, y no se vio el saludo de este.</translation>
    </message>
    <message>
        <source>asks for part {part} of the metadata</source>
        <translation>pide la parte {part} de los metadatos</translation>
    </message>
    <message>
        <source>brings part {part} of the metadata</source>
        <translation>trae la parte {part} de los metadatos</translation>
    </message>
    <message>
        <source>refuses part {part} of the metadata</source>
        <translation>niega la parte {part} de los metadatos</translation>
    </message>
    <message>
        <source>Our first words: which torrent, who we are, and which extensions we know.</source>
        <translation>Nuestras primeras palabras: qué torrent, quiénes somos y qué extensiones conocemos.</translation>
    </message>
    <message>
        <source>Its first words: which torrent, who it is, and which extensions it knows.</source>
        <translation>Sus primeras palabras: qué torrent, quién es y qué extensiones conoce.</translation>
    </message>
    <message>
        <source>Nothing to say: it only keeps the connection from being taken for dead.</source>
        <translation>Nada que decir: solo evita que la conexión se dé por muerta.</translation>
    </message>
    <message>
        <source>We answer no requests of it for now: it has no upload slot of ours.</source>
        <translation>Por ahora no respondemos a sus peticiones: no tiene ningún hueco de subida nuestro.</translation>
    </message>
    <message>
        <source>It answers no requests of ours for now: we have no upload slot there.</source>
        <translation>Por ahora no responde a nuestras peticiones: allí no tenemos hueco de subida.</translation>
    </message>
    <message>
        <source>It may ask us for blocks from now on: it has an upload slot.</source>
        <translation>Desde ahora puede pedirnos bloques: tiene un hueco de subida.</translation>
    </message>
    <message>
        <source>We may ask it for blocks from now on: it gives us an upload slot.</source>
        <translation>Desde ahora podemos pedirle bloques: nos da un hueco de subida.</translation>
    </message>
    <message>
        <source>It has pieces that we want: we would ask for them if we were unchoked.</source>
        <translation>Tiene piezas que queremos: se las pediríamos si no nos ahogara.</translation>
    </message>
    <message>
        <source>We have pieces that it wants: it would ask for them if we unchoked it.</source>
        <translation>Tenemos piezas que quiere: nos las pediría si no lo ahogáramos.</translation>
    </message>
    <message>
        <source>It has nothing that we want.</source>
        <translation>No tiene nada que queramos.</translation>
    </message>
    <message>
        <source>We have nothing that it wants.</source>
        <translation>No tenemos nada que quiera.</translation>
    </message>
    <message>
        <source>We tell it that we have piece {piece} now.</source>
        <translation>Le decimos que ya tenemos la pieza {piece}.</translation>
    </message>
    <message>
        <source>It tells us that it has piece {piece} now.</source>
        <translation>Nos dice que ya tiene la pieza {piece}.</translation>
    </message>
    <message>
        <source>Which pieces we have, one bit for each: once, after the handshake.</source>
        <translation>Qué piezas tenemos, un bit por cada una: una vez, tras el saludo.</translation>
    </message>
    <message>
        <source>Which pieces it has, one bit for each: once, after the handshake.</source>
        <translation>Qué piezas tiene, un bit por cada una: una vez, tras el saludo.</translation>
    </message>
    <message>
        <source>We ask for block {block} of piece {piece}, {length}. Both are counted from 0.</source>
        <translation>Pedimos el bloque {block} de la pieza {piece}, {length}. Ambos se cuentan desde 0.</translation>
    </message>
    <message>
        <source>It asks us for block {block} of piece {piece}, {length}. Both are counted from 0.</source>
        <translation>Nos pide el bloque {block} de la pieza {piece}, {length}. Ambos se cuentan desde 0.</translation>
    </message>
    <message>
        <source>We send block {block} of piece {piece}. What is in it is not shown.</source>
        <translation>Enviamos el bloque {block} de la pieza {piece}. Su contenido no se muestra.</translation>
    </message>
    <message>
        <source>Block {block} of piece {piece} has come. What is in it is not shown.</source>
        <translation>Ha llegado el bloque {block} de la pieza {piece}. Su contenido no se muestra.</translation>
    </message>
    <message>
        <source>We need block {block} of piece {piece} no more: another peer was faster.</source>
        <translation>Ya no necesitamos el bloque {block} de la pieza {piece}: otro par fue más rápido.</translation>
    </message>
    <message>
        <source>It needs block {block} of piece {piece} no more.</source>
        <translation>Ya no necesita el bloque {block} de la pieza {piece}.</translation>
    </message>
    <message>
        <source>At which port our DHT node listens.</source>
        <translation>En qué puerto escucha nuestro nodo DHT.</translation>
    </message>
    <message>
        <source>At which port its DHT node listens.</source>
        <translation>En qué puerto escucha su nodo DHT.</translation>
    </message>
    <message>
        <source>We have every piece: shorter than a bitfield.</source>
        <translation>Tenemos todas las piezas: más corto que un bitfield.</translation>
    </message>
    <message>
        <source>It has every piece: it is a seed. Shorter than a bitfield.</source>
        <translation>Tiene todas las piezas: es una semilla. Más corto que un bitfield.</translation>
    </message>
    <message>
        <source>We have no piece yet: shorter than a bitfield.</source>
        <translation>Aún no tenemos ninguna pieza: más corto que un bitfield.</translation>
    </message>
    <message>
        <source>It has no piece yet: shorter than a bitfield.</source>
        <translation>Aún no tiene ninguna pieza: más corto que un bitfield.</translation>
    </message>
    <message>
        <source>We suggest that it asks for piece {piece}, which we have at hand.</source>
        <translation>Le sugerimos que pida la pieza {piece}, que tenemos a mano.</translation>
    </message>
    <message>
        <source>It suggests that we ask for piece {piece}, which it has at hand.</source>
        <translation>Nos sugiere que pidamos la pieza {piece}, que tiene a mano.</translation>
    </message>
    <message>
        <source>We will not send block {block} of piece {piece}.</source>
        <translation>No enviaremos el bloque {block} de la pieza {piece}.</translation>
    </message>
    <message>
        <source>It will not send block {block} of piece {piece}: we ask another peer.</source>
        <translation>No enviará el bloque {block} de la pieza {piece}: lo pedimos a otro par.</translation>
    </message>
    <message>
        <source>It may ask us for piece {piece} even while we choke it, to have something to trade.</source>
        <translation>Puede pedirnos la pieza {piece} aunque lo ahoguemos, para tener algo que intercambiar.</translation>
    </message>
    <message>
        <source>We may ask it for piece {piece} even while it chokes us, to have something to trade.</source>
        <translation>Podemos pedirle la pieza {piece} aunque nos ahogue, para tener algo que intercambiar.</translation>
    </message>
    <message>
        <source>Which extensions we speak and under which numbers, who we are, how much may be asked for.</source>
        <translation>Qué extensiones hablamos y con qué números, quiénes somos, cuánto se puede pedir.</translation>
    </message>
    <message>
        <source>Which extensions it speaks and under which numbers, who it is, how much may be asked for.</source>
        <translation>Qué extensiones habla y con qué números, quién es, cuánto se puede pedir.</translation>
    </message>
    <message>
        <source>A message of an extension that is not known here.</source>
        <translation>Un mensaje de una extensión que aquí no se conoce.</translation>
    </message>
    <message>
        <source>The metadata of the torrent, what its .torrent file holds, in parts: for magnet links.</source>
        <translation>Los metadatos del torrent, lo que contiene su archivo .torrent, por partes: para enlaces magnet.</translation>
    </message>
    <message>
        <source>Peer exchange: whom we are connected with, so that it finds more peers.</source>
        <translation>Intercambio de pares: con quién estamos conectados, para que encuentre más pares.</translation>
    </message>
    <message>
        <source>Peer exchange: whom it is connected with, so that we find more peers.</source>
        <translation>Intercambio de pares: con quién está conectado, para que encontremos más pares.</translation>
    </message>
    <message>
        <source>Helps two peers behind routers to connect, by one that both know.</source>
        <translation>Ayuda a conectarse a dos pares tras routers, mediante uno que ambos conocen.</translation>
    </message>
    <message>
        <source>Whether we only give: then two of the kind need no connection.</source>
        <translation>Si solo damos: dos así no necesitan conectarse.</translation>
    </message>
    <message>
        <source>Whether it only gives: then two of the kind need no connection.</source>
        <translation>Si solo da: dos así no necesitan conectarse.</translation>
    </message>
    <message>
        <source>We do not have piece {piece} any more.</source>
        <translation>Ya no tenemos la pieza {piece}.</translation>
    </message>
    <message>
        <source>It does not have piece {piece} any more.</source>
        <translation>Ya no tiene la pieza {piece}.</translation>
    </message>
    <message>
        <source>Whether only as much is downloaded as helps to share.</source>
        <translation>Si solo se descarga lo que ayuda a compartir.</translation>
    </message>
    <message>
        <source>Hashes of a torrent of version 2, which come from peers: each block is checked by itself.</source>
        <translation>Hashes de un torrent de la versión 2, que llegan de los pares: cada bloque se comprueba por separado.</translation>
    </message>
    <message>
        <source>As libtorrent writes it; there is no name for it here.</source>
        <translation>Como lo escribe libtorrent; aquí no tiene nombre.</translation>
    </message>
    <message>
        <source>No message: the connection is being made.</source>
        <translation>No es un mensaje: se está haciendo la conexión.</translation>
    </message>
    <message>
        <source>No message: what the two have agreed on. Read here is what was said, before it was encrypted.</source>
        <translation>No es un mensaje: lo que ambos han acordado. Aquí se lee lo que se dijo, antes de cifrarlo.</translation>
    </message>
    <message>
        <source>No message: the connection is over, for the reason that libtorrent gives.</source>
        <translation>No es un mensaje: la conexión ha acabado, por el motivo que da libtorrent.</translation>
    </message>
    <message>
        <source>Recording was paused: what was said meanwhile is not known.</source>
        <translation>La anotación estaba en pausa: no se sabe qué se dijo mientras tanto.</translation>
    </message>
    <message>
        <source>More was said than could be taken in: something is missing here.</source>
        <translation>Se dijo más de lo que se pudo recoger: aquí falta algo.</translation>
    </message>
</context>
<context>
    <name>WireWindow</name>
    <message>
        <source>Wire log of {peer} – {torrent}</source>
        <translation>Registro de mensajes de {peer} – {torrent}</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Wire log of {peer}</source>
        <translation>Registro de mensajes de {peer}</translation>
    </message>
    <message>
        <source>Recorded from here on, while this window is open. What is in the blocks is not shown. Point at a message to read what it means.</source>
        <translation>Se anota desde aquí, mientras esta ventana esté abierta. El contenido de los bloques no se muestra. Señala un mensaje para leer qué significa.</translation>
    </message>
    <message>
        <source>Messages that are shown</source>
        <translation>Mensajes que se muestran</translation>
    </message>
    <message>
        <source>Search messages, numbers</source>
        <translation>Buscar mensajes, números</translation>
    </message>
    <message>
        <source>Search the wire log</source>
        <translation>Buscar en el registro de mensajes</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;usar</translation>
    </message>
    <message>
        <source>While it is paused nothing is recorded</source>
        <translation>En pausa no se anota nada</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Vaciar</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Co&amp;piar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>As &amp;text…</source>
        <translation>Como &amp;texto…</translation>
    </message>
    <message>
        <source>As &amp;CSV…</source>
        <translation>Como &amp;CSV…</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n messages</source>
        <translation>
            <numerusform>{shown} de %Ln mensaje</numerusform>
            <numerusform>{shown} de %Ln mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The latest %n messages; older ones are gone</source>
        <translation>
            <numerusform>El último %Ln mensaje; los anteriores ya no están</numerusform>
            <numerusform>Los últimos %Ln mensajes; los anteriores ya no están</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been said since.</source>
        <translation>Desde entonces no se ha dicho nada.</translation>
    </message>
    <message>
        <source>Nothing is recorded.</source>
        <translation>No hay nada anotado.</translation>
    </message>
    <message>
        <source>No message matches.</source>
        <translation>Ningún mensaje coincide.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Only messages of this kind</source>
        <translation>&amp;Solo mensajes de este tipo</translation>
    </message>
    <message>
        <source>Export the wire log</source>
        <translation>Exportar el registro de mensajes</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Textos (*.txt)</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>No se pudo escribir {file}: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>%n messages were exported to {file}.</source>
        <translation>
            <numerusform>Se exportó %Ln mensaje a {file}.</numerusform>
            <numerusform>Se exportaron %Ln mensajes a {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Details</name>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Restablecer</translation>
    </message>
    <message numerus="yes">
        <source>%n settings</source>
        <translation>
            <numerusform>%Ln ajuste</numerusform>
            <numerusform>%Ln ajustes</numerusform>
        </translation>
    </message>
    <message>
        <source>Show “{label}”</source>
        <translation>Mostrar «{label}»</translation>
    </message>
    <message>
        <source>Pick a setting to read what it does.</source>
        <translation>Elige un ajuste para leer qué hace.</translation>
    </message>
    <message>
        <source>Back to the default: {value}</source>
        <translation>Volver al valor predeterminado: {value}</translation>
    </message>
    <message>
        <source>“{label}”</source>
        <translation>«{label}»</translation>
    </message>
    <message>
        <source>Decided by {settings}.</source>
        <translation>Lo decide {settings}.</translation>
    </message>
    <message>
        <source>A change of it would change nothing.</source>
        <translation>Cambiarlo no cambiaría nada.</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>De {low} a {high}.</translation>
    </message>
</context>
<context>
    <name>_Gap</name>
    <message>
        <source>Not recorded</source>
        <translation>Sin registro</translation>
    </message>
    <message>
        <source>Starling was not running then, or the torrent was not here yet.</source>
        <translation>Starling no estaba en marcha entonces, o el torrent aún no estaba aquí.</translation>
    </message>
</context>
</TS>
