/// The tables of Europe but Germany and Switzerland, in the form that `ShippedCalendars` reads.
///
/// Written by `policies/calendars/make.py`; a test holds the two together.
extension ShippedCalendars {
  /// The table of a calendar of Europe but Germany and Switzerland; nil for another name.
  static func europe(_ name: String) -> String? {
    switch name {
    case "at": atTable
    case "be": beTable
    case "dk": dkTable
    case "es": esTable
    case "eu-target2": euTarget2Table
    case "fi": fiTable
    case "fr": frTable
    case "gb-eng": gbEngTable
    case "gb-nir": gbNirTable
    case "gb-sct": gbSctTable
    case "ie": ieTable
    case "it": itTable
    case "lu": luTable
    case "nl": nlTable
    case "no": noTable
    case "pl": plTable
    case "pt": ptTable
    case "se": seTable
    default: nil
    }
  }

  private static let atTable = #"""
    0101 Neujahr
    0106 Heilige Drei Könige
    E+1 Ostermontag
    0501 Staatsfeiertag
    E+39 Christi Himmelfahrt
    E+50 Pfingstmontag
    E+60 Fronleichnam
    0815 Mariä Himmelfahrt
    1026 Nationalfeiertag
    1101 Allerheiligen
    1208 Mariä Empfängnis
    1225 Christtag
    1226 Stephanstag
    """#

  private static let beTable = #"""
    0101 Nieuwjaar
    E+0 Pasen
    E+1 Paasmaandag
    0501 Dag van de Arbeid
    E+39 O. L. H. Hemelvaart
    E+49 Pinksteren
    E+50 Pinkstermaandag
    0721 Nationale feestdag
    0815 O. L. V. Hemelvaart
    1101 Allerheiligen
    1111 Wapenstilstand
    1225 Kerstmis
    """#

  private static let dkTable = #"""
    0101 Nytårsdag
    E-3 Skærtorsdag
    E-2 Langfredag
    E+0 Påskedag
    E+1 Anden påskedag
    E+39 Kristi himmelfartsdag
    E+49 Pinsedag
    E+50 Anden pinsedag
    1225 Juledag
    1226 Anden juledag
    """#

  private static let esTable = #"""
    0101 Año Nuevo
    240106 250106 260106 270106 280106 290106 310106 320106 Epifanía del Señor
    E-2 Viernes Santo
    0501 Fiesta del Trabajo
    240815 250815 260815 280815 290815 300815 310815 Asunción de la Virgen
    241012 261012 271012 281012 291012 301012 321012 Fiesta Nacional de España
    241101 251101 271101 281101 291101 301101 311101 321101 Todos los Santos
    241206 251206 271206 281206 291206 301206 311206 321206 Día de la Constitución Española
    251208 261208 271208 281208 291208 311208 321208 Inmaculada Concepción
    1225 Natividad del Señor
    """#

  private static let euTarget2Table = #"""
    0101 New Year's Day
    E-2 Good Friday
    E+1 Easter Monday
    0501 Labour Day
    1225 Christmas Day
    1226 Christmas Holiday
    """#

  private static let fiTable = #"""
    0101 Uudenvuodenpäivä
    0106 Loppiainen
    E-2 Pitkäperjantai
    E+0 Pääsiäispäivä
    E+1 Toinen pääsiäispäivä
    0501 Vappu
    E+39 Helatorstai
    E+49 Helluntaipäivä
    240621 250620 260619 270625 280623 290622 300621 310620 320625 Juhannusaatto
    240622 250621 260620 270626 280624 290623 300622 310621 320626 Juhannuspäivä
    241102 251101 261031 271106 281104 291103 301102 311101 321106 Pyhäinpäivä
    1206 Itsenäisyyspäivä
    1224 Jouluaatto
    1225 Joulupäivä
    1226 Tapaninpäivä
    """#

  private static let frTable = #"""
    0101 Jour de l'an
    E+1 Lundi de Pâques
    0501 Fête du Travail
    0508 Fête de la Victoire
    E+39 Ascension
    E+50 Lundi de Pentecôte
    0714 Fête nationale
    0815 Assomption
    1101 Toussaint
    1111 Armistice
    1225 Noël
    """#

  private static let gbEngTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    E-2 Good Friday
    E+1 Easter Monday
    240506 250505 260504 270503 280501 290507 300506 310505 320503 May Day
    240527 250526 260525 270531 280529 290528 300527 310526 320531 Spring Bank Holiday
    240826 250825 260831 270830 280828 290827 300826 310825 320830 Late Summer Bank Holiday
    1225 Christmas Day
    1226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#

  private static let gbNirTable = #"""
    0101 New Year's Day
    280103 New Year's Day (observed)
    0317 Saint Patrick's Day
    240318 290319 300318 Saint Patrick's Day (observed)
    E-2 Good Friday
    E+1 Easter Monday
    240506 250505 260504 270503 280501 290507 300506 310505 320503 May Day
    240527 250526 260525 270531 280529 290528 300527 310526 320531 Spring Bank Holiday
    0712 Battle of the Boyne
    250714 260713 310714 Battle of the Boyne (observed)
    240826 250825 260831 270830 280828 290827 300826 310825 320830 Late Summer Bank Holiday
    1225 Christmas Day
    1226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#

  private static let gbSctTable = #"""
    0101 New Year's Day
    0102 New Year Holiday
    280103 New Year's Day (observed)
    270104 280104 New Year Holiday (observed)
    E-2 Good Friday
    240506 250505 260504 270503 280501 290507 300506 310505 320503 May Day
    240527 250526 260525 270531 280529 290528 300527 310526 320531 Spring Bank Holiday
    260615 Scotland's participation in the FIFA World Cup final
    240805 250804 260803 270802 280807 290806 300805 310804 320802 Summer Bank Holiday
    1130 Saint Andrew's Day
    241202 251201 301202 311201 Saint Andrew's Day (observed)
    1225 Christmas Day
    1226 Boxing Day
    271227 321227 Christmas Day (observed)
    261228 271228 321228 Boxing Day (observed)
    """#

  private static let ieTable = #"""
    0101 New Year's Day
    280103 New Year's Day (substitute day)
    240205 250203 260202 270201 280207 290205 300201 310203 320202 Saint Brigid's Day
    0317 Saint Patrick's Day
    240318 290319 300318 Saint Patrick's Day (substitute day)
    E+1 Easter Monday
    240506 250505 260504 270503 280501 290507 300506 310505 320503 May Bank Holiday
    240603 250602 260601 270607 280605 290604 300603 310602 320607 June Bank Holiday
    240805 250804 260803 270802 280807 290806 300805 310804 320802 August Bank Holiday
    241028 251027 261026 271025 281030 291029 301028 311027 321025 October Bank Holiday
    1225 Christmas Day
    1226 Saint Stephen's Day
    271227 321227 Christmas Day (substitute day)
    261228 271228 321228 Saint Stephen's Day (substitute day)
    """#

  private static let itTable = #"""
    0101 Capodanno
    0106 Epifania
    E+0 Pasqua
    E+1 Lunedì dell'Angelo
    0425 Anniversario della Liberazione
    0501 Festa del Lavoro
    0602 Festa della Repubblica
    0815 Assunzione della Beata Vergine Maria
    261004 271004 281004 291004 301004 311004 Festa nazionale di San Francesco d'Assisi, patrono d'Italia
    321004 Festa nazionale di San Francesco d'Assisi, patrono d'Italia
    1101 Ognissanti
    1208 Immacolata Concezione
    1225 Natale
    1226 Santo Stefano
    """#

  private static let luTable = #"""
    0101 Jour de l'An
    E+1 Lundi de Pâques
    0501 Fête du Travail
    E+39 Ascension
    0509 Jour de l'Europe
    E+50 Lundi de Pentecôte
    0623 Fête nationale
    0815 Assomption
    1101 Toussaint
    1225 Noël
    1226 Saint-Étienne
    """#

  private static let nlTable = #"""
    0101 Nieuwjaarsdag
    E-2 Goede vrijdag
    E+0 Eerste paasdag
    E+1 Tweede paasdag
    240427 250426 260427 270427 280427 290427 300427 310426 320427 Koningsdag
    250505 300505 Bevrijdingsdag
    E+39 Hemelvaartsdag
    E+49 Eerste pinksterdag
    E+50 Tweede pinksterdag
    1225 Eerste kerstdag
    1226 Tweede kerstdag
    """#

  private static let noTable = #"""
    0101 Første nyttårsdag
    E-3 Skjærtorsdag
    E-2 Langfredag
    E+0 Første påskedag
    E+1 Andre påskedag
    0501 Arbeidernes dag
    E+39 Kristi himmelfartsdag
    0517 Grunnlovsdag
    E+49 Første pinsedag
    E+50 Andre pinsedag
    1225 Første juledag
    1226 Andre juledag
    """#

  private static let plTable = #"""
    0101 Nowy Rok
    0106 Święto Trzech Króli
    E+0 Niedziela Wielkanocna
    E+1 Poniedziałek Wielkanocny
    0501 Święto Państwowe
    0503 Święto Narodowe Trzeciego Maja
    E+49 Zielone Świątki
    E+60 Dzień Bożego Ciała
    0815 Wniebowzięcie Najświętszej Marii Panny
    1101 Uroczystość Wszystkich Świętych
    1111 Narodowe Święto Niepodległości
    251224 261224 271224 281224 291224 301224 311224 321224 Wigilia Bożego Narodzenia
    1225 Boże Narodzenie (pierwszy dzień)
    1226 Boże Narodzenie (drugi dzień)
    """#

  private static let ptTable = #"""
    0101 Ano Novo
    E-2 Sexta-feira Santa
    E+0 Páscoa
    0425 Dia da Liberdade
    0501 Dia do Trabalhador
    E+60 Corpo de Deus
    0610 Dia de Portugal, de Camões e das Comunidades Portuguesas
    0815 Assunção de Nossa Senhora
    1005 Implantação da República
    1101 Dia de Todos os Santos
    1201 Restauração da Independência
    1208 Imaculada Conceição
    1225 Dia de Natal
    """#

  private static let seTable = #"""
    0101 Nyårsdagen
    0106 Trettondedag jul
    E-2 Långfredagen
    E+0 Påskdagen
    E+1 Annandag påsk
    0501 Första maj
    E+39 Kristi himmelsfärdsdag
    E+49 Pingstdagen
    0606 Nationaldagen
    240621 250620 260619 270625 280623 290622 300621 310620 320625 Midsommarafton
    240622 250621 260620 270626 280624 290623 300622 310621 320626 Midsommardagen
    241102 251101 261031 271106 281104 291103 301102 311101 321106 Alla helgons dag
    1224 Julafton
    1225 Juldagen
    1226 Annandag jul
    1231 Nyårsafton
    """#
}
