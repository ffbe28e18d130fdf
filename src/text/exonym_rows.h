// Places whose names in different languages no rule of sound brings together, and former names: a row each,
// the names parted by spaces. Of cities mostly; countries come from ICU.
#pragma once

#include <string_view>

namespace dossier {

inline constexpr std::string_view kExonymRows[] = {
    // Eastern Europe
    "Kyiv Kiev Київ Киев Kijów Kijev Kiew Kyjev Кијев Κίεβο كييف 基辅",
    "Kharkiv Kharkov Харків Харьков Charkiw Charków Harkov",
    "Lviv Lvov Львів Львов Lemberg Lwów Leopoli",
    "Odesa Odessa Одеса Одесса",
    "Dnipro Dnepr Dnieper Дніпро Днепр Dnjepr",
    "Luhansk Lugansk Луганськ Луганск",
    "Donbas Donbass Донбас Донбасс",
    "Mykolaiv Nikolaev Nikolayev Миколаїв Николаев",
    "Zaporizhzhia Zaporozhye Запоріжжя Запорожье Saporischschja",
    "Chernihiv Chernigov Чернігів Чернигов",
    "Chernobyl Chornobyl Чорнобиль Чернобыль Tschernobyl Tchernobyl Čornobyl",
    "Crimea Krim Крим Крым Krym Crimée Kırım Kirim Κριμαία القرم 克里米亚",
    "Moscow Moskau Москва Moskva Moscou Moskwa Moscú Mosca Moscova Μόσχα Moskova موسكو 莫斯科",
    "Kaliningrad Калининград Königsberg Królewiec",
    "Chisinau Chișinău Кишинёв Кишинев Kishinev Kischinau",
    "Tbilisi თბილისი Тбилиси Tiflis Тифлис",
    "Yerevan Երևան Ереван Erevan Jerewan Eriwan",
    "Artsakh Karabakh Karabagh Արցախ Карабах Арцах Qarabağ",
    "Abkhazia Abchasien Абхазия აფხაზეთი Abkhazie Абхазија",
    "Chechnya Tschetschenien Чечня Tchétchénie Čečenija Чеченија",
    "Belarus Belorussia Byelorussia Беларусь Белоруссия Білорусь Weißrussland",
    "Warsaw Warschau Warszawa Варшава Varsovie Varšava Varsovia Varsavia Βαρσοβία",
    "Gdansk Gdańsk Danzig Гданьск",
    "Wroclaw Wrocław Breslau Вроцлав",
    "Cracow Krakow Kraków Krakau Краков Cracovie",
    "Prague Praha Prag Прага Praga Πράγα",
    "Bratislava Pressburg Братислава Pozsony",
    "Vilnius Wilna Вильнюс Wilno Вільнюс",
    "Tallinn Reval Таллин Таллинн",
    "Bucharest București Bukarest Бухарест Bucarest Bukurešt Букурешт",
    "Budapest Будапешт Будимпешта Budimpešta Βουδαπέστη",
    // The Balkans
    "Belgrade Beograd Београд Белград Belgrad Belgrado Βελιγράδι بلغراد 贝尔格莱德",
    "Pristina Priština Prishtina Prishtinë Приштина",
    "Kosovo Kosova Косово Kosovë Κόσοβο Κοσσυφοπέδιο كوسوفو קוסובו 科索沃",
    "Mitrovica Mitrovicë Mitrovice Митровица",
    "Pec Peć Peja Pejë Пећ Печ",
    "Prizren Призрен Prizreni",
    "Djakovica Đakovica Gjakova Gjakovë Ђаковица Джяковица",
    "Gnjilane Gjilan Гњилане Гнилане",
    "Urosevac Uroševac Ferizaj Урошевац",
    "Zvecan Zvečan Zveçan Звечан",
    "Skopje Скопје Скопье Shkup Skoplje Скопље Üsküp Uskup",
    "Tirana Tiranë Тирана Τίρανα",
    "Thessaloniki Saloniki Salonica Θεσσαλονίκη Solun Солун Салоники Selanik",
    "Athens Athen Αθήνα Athènes Atina Атина Афины Atenas Atene Ateny",
    "Zagreb Загреб Agram Ζάγκρεμπ",
    "Ljubljana Любляна Љубљана Laibach Lubiana",
    "Dubrovnik Дубровник Ragusa",
    "Rijeka Ријека Fiume Риека",
    "Croatia Hrvatska Хрватска Хорватия Kroatien Croatie",
    "Montenegro Црна Черногория Crnagora Чорногорія",
    "Vojvodina Војводина Воеводина Wojwodina Vajdaság",
    "Presevo Preševo Preshevë Presheva Прешево",
    "Sandzak Sandžak Sanjak Санџак Санджак",
    "Danube Donau Дунай Dunav Дунав Dunărea Duna Dunaj Δούναβης",
    // Western and northern Europe
    "Brussels Brüssel Bruxelles Brussel Брюссель Bruselas Брисел Brisel Βρυξέλλες Brüksel Bruxelas",
    "Vienna Wien Вена Vienne Viena Beč Беч Wiedeń Вiдень Відень Bécs Βιέννη Viyana",
    "Geneva Genf Genève Женева Ginebra Ginevra Ženeva Γενεύη Cenevre جنيف 日内瓦",
    "Munich München Мюнхен Minhen Минхен Monachium Mnichov",
    "Cologne Köln Кёльн Кельн Keln Келн Colonia",
    "Aachen Aix-la-Chapelle Ахен Aquisgrán",
    "London Лондон Londres Londra Λονδίνο Londyn Londýn لندن 伦敦",
    "Lisbon Lisboa Lissabon Лиссабон Lisbonne Лисабон",
    "Rome Roma Rom Рим Řím Rzym Róma Ρώμη روما",
    "Venice Venezia Venedig Венеция Venise Venecija",
    "Florence Firenze Florenz Флоренция",
    "Copenhagen København Kopenhagen Копенгаген Copenhague Kodanj",
    "Gothenburg Göteborg Гётеборг",
    "Helsinki Helsingfors Хельсинки",
    "Strasbourg Straßburg Страсбург Strazbur Estrasburgo",
    "Antwerp Antwerpen Anvers Антверпен",
    "Catalonia Catalunya Cataluña Katalonien Каталония",
    "Bavaria Bayern Бавария Bavière",
    // Near and Middle East, Africa
    "Istanbul İstanbul Стамбул Constantinople Konstantinopel Константинополь Цариград Carigrad "
    "Κωνσταντινούπολη",
    "Izmir İzmir Smyrna Измир Σμύρνη",
    "Turkey Türkiye Turkiye Türkei Турция Туреччина Turquie Турска Τουρκία Turquía Turchia تركيا 土耳其",
    "Jerusalem Иерусалим القدس ירושלים Jérusalem Єрусалим Јерусалим Jeruzalem Kudüs 耶路撒冷",
    "Damascus Damaskus Дамаск دمشق Damas Şam Damask",
    "Aleppo Halab Алеппо حلب Alep Halep",
    "Cairo Kairo Каир القاهرة Caire Kahire",
    "Baghdad Bagdad Багдад بغداد Bağdat",
    "Tehran Teheran Тегеран تهران Téhéran Tahran",
    "Gaddafi Qaddafi Kadhafi Gadhafi Каддафи القذافي Kaddafi Gadafi Кадафи",
    "Zelensky Zelenskyy Zelenskyj Selenskyj Зеленський Зеленский Зеленски",
    "Persia Persien Персия Perse",
    "Algiers Alger Алжир الجزائر Algier Argel Cezayir",
    "Eswatini Swaziland Свазиленд Эсватини",
    // Asia
    "Beijing Peking Пекин 北京 Pékin Pekín Pechino Пекинг Pequim Πεκίνο بكين Pekin",
    "Nanjing Nanking Нанкин 南京",
    "Guangzhou Canton Kanton Гуанчжоу 广州",
    "Taiwan Тайвань 台湾 臺灣 Tajvan Тајван Formosa",
    "Tibet Тибет 西藏 Xizang Tybet",
    "Xinjiang Sinkiang Синьцзян 新疆",
    "Myanmar Burma Мьянма Бирма Birmanie Birmania Бурма Мјанмар 缅甸",
    "Yangon Rangoon Rangun Янгон Рангун",
    "Mumbai Bombay Мумбаи Бомбей मुंबई",
    "Kolkata Calcutta Kalkutta Калькутта",
    "Chennai Madras Ченнаи Мадрас",
    "Sri-Lanka Ceylon Цейлон",
    "Tokyo Tokio Токио 东京 東京 Τόκιο",
    "Seoul Сеул 서울 首尔 Séoul Seul",
    "Pyongyang Пхеньян Pjöngjang 平壤 Pjongjang",
    "Saigon Сайгон Sài-Gòn",
    "Astana Астана Nursultan Нурсултан",
    "Bishkek Бишкек Bischkek Frunze",
    "Cambodia Kampuchea Камбоджа Kambodscha Cambodge",
};

// Names that are also something else so often that they stand for themselves alone: a state of the United
// States, people.
inline constexpr std::string_view kNeverJoined = "Georgia Chad Jordan";

// Names that are common words when written small.
inline constexpr std::string_view kOnlyCapitalised =
    "turkey china polish nice reading may march mali niger cuba chile oman guinea odessa florence venice "
    "cologne canton rom wien rome togo japan madras bombay lima panama jersey man gana serbe dutch danish "
    "swedish finnish mobile split bar pec krim prag roma duna";

}  // namespace dossier
