package dev.pagewright.export.receipt;

import java.util.regex.Pattern;

/** What rows of receipts are about, by the words of several languages. */
final class Vocabulary {

    private static final Pattern SUBTOTAL = words("sub[\\s-]?total|subtotal|zwischensumme|sous[\\s-]total|parziale|"
            + "netto(?:betrag|summe)?|net amount|taxable|before|excl\\w*|hors taxe|ht|小计|小計|untaxed");
    private static final Pattern OTHER_TOTAL = words(
            "(?:total|no\\.?|number of|ttl)\\s*(?:qty|quantity|items?|pcs|units?|articles?)|(?:qty|items?|quantity)\\s*(?:total|count)|"
                    + "total\\s*(?:gst|sst|vat|tax|mwst|tva|iva|discount|disc|saving|savings|rabatt|remise|points?)|"
                    + "(?:gst|tax|vat|sst)\\s*total|saved?|savings?|discount|points?|tax\\s*(?:summary|amount)|gst\\s*summary");
    private static final Pattern FINAL_TOTAL = words(
            "grand\\s*total|(?:total|amount|balance)\\s*(?:amount\\s*)?(?:due|payable|to pay)|nett?\\s*total|"
                    + "total\\s*(?:amount|incl\\w*|\\(incl\\w*|sales|ttc|general|à payer|a payer|a pagar|rounded|after)|rounded\\s*total|round(?:ed)?\\s*t[o0]tal|"
                    + "invoice\\s*total|total\\s*(?:inv|rm)|gesamt(?:betrag|summe)?|zu zahlen|zahlbetrag|rechnungsbetrag|endbetrag|montant\\s*(?:ttc|dû|total)|net à payer|importe\\s*total|"
                    + "totale\\s*(?:complessivo|dovuto)?|te betalen|totaal(?:bedrag)?|att betala|do zapłaty|合计|合計|总计|總計|应付|應付|実収|お会計");
    private static final Pattern TOTAL = words("t[o0]tal\\w*|summe|suma|totale|totaal|razem|итого|всего");
    private static final Pattern AMOUNT = words("amount|amt|betrag|montant|importe|importo|bedrag|金额|金額");
    private static final Pattern TAX_TABLE =
            words("(?:gst|tax|vat|sst|mwst|tva|iva)\\s*(?:summary|analysis|code|%|rate)|tax\\s*code");
    private static final Pattern PAID = words(
            "cash|tunai|tender\\w*|paid|payment|received|visa|master\\w*|mastercard|card|debit|credit|bar|gegeben|ec[\\s-]karte|"
                    + "espèces|carte|efectivo|tarjeta|contanti|contante\\w*|pin|お預り|现金|現金|预付");
    private static final Pattern CHANGE =
            words("change|rückgeld|zurück|rendu|monnaie|cambio|resto|wisselgeld|お釣り|找零|找赎");
    private static final Pattern TAX = words(
            "gst|sst|vat|tax|mwst|ust|tva|iva|btw|moms|消費税|税|rounding|round(?:ed)?\\s*(?:adj\\w*|off)?|rundung|arrondi|serv\\w*\\W{0,2}(?:charge|chg)|svc|discount|disc|rabatt|remise|sconto|korting");
    private static final Pattern DATE = words("date|datum|fecha|data|日期|日付|dated|issued|tarikh");
    private static final Pattern INVOICE_DATE = words(
            "(?:invoice|bill|receipt|issue|tax)\\s*date|date of (?:issue|invoice)|rechnungsdatum|belegdatum|factuurdatum|date de (?:la )?facture|data fattura|fecha de (?:la )?factura");
    private static final Pattern OTHER_DATE = words(
            "due|order\\s*date|shipp\\w*|expir\\w*|valid|until|before|best|fällig\\w*|échéance|delivery|period|member|born|birth|since|print\\w*");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)[0-2]?\\d[:.][0-5]\\d(?::[0-5]\\d)?(?!\\d)");
    private static final Pattern COMPANY =
            Pattern.compile("(?iU)\\b(?:sdn\\.?\\s*bhd|bhd|s/b|enterprise|gmbh|ltd|limited|llc|inc|corp|"
                    + "company|co\\.|plc|s\\.?a\\.?r\\.?l|s\\.?r\\.?l|s\\.?p\\.?a|b\\.?v|a\\.?g|trading|restaurant|restoran|supermarket|"
                    + "market|mart|store|pharmacy|cafe|café|hotel|bakery|bakeries)\\b|有限公司|株式会社|商店|餐厅|餐廳");
    private static final Pattern TITLE = Pattern.compile(
            "(?iU)^\\W*(?:(?:simplified\\s*)?tax\\s*invoice|invoice|receipt|cash\\s*(?:bill|sale|sales|receipt)|"
                    + "official\\s*receipt|bill|rechnung|quittung|facture|reçu|factura|recibo|ricevuta|fattura|factuur|welcome|thank\\s*you.*|"
                    + "original|copy|duplicate|customer\\s*copy|page|table|领收书|領収書|发票|收据)\\W*$");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?iU)\\b(?:no\\.?\\s*\\d|lot\\b|jalan|jln|street|st\\.|road|rd\\.|avenue|taman|"
                    + "tel|phone|fax|gst\\s*(?:id|no|reg)|reg\\.?|co\\.?\\s*(?:reg|no)|e-?mail|h/p|site|company\\s*no|goods\\s*sold|cashier|table\\s*no|www|http|straße|strasse|str\\.|rue|calle|via)\\b|@|^\\d{5}|(?<!\\d)\\d{5}(?!\\d)");

    private Vocabulary() {}

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?iU)(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}])");
    }

    /** 0 for a row that tells no total, more the surer it is the one that was to be paid. */
    static int total(String row) {
        if (SUBTOTAL.matcher(row).find() && !FINAL_TOTAL.matcher(row).find()) {
            return 0;
        }
        if (OTHER_TOTAL.matcher(row).find()) {
            return 0;
        }
        boolean named = TOTAL.matcher(row).find();
        return FINAL_TOTAL.matcher(row).find()
                ? 3
                : named ? 2 : AMOUNT.matcher(row).find() && !TAX.matcher(row).find() ? 1 : 0;
    }

    /** The head of a table of taxes, whose totals are no prices. */
    static boolean taxTable(String row) {
        return TAX_TABLE.matcher(row).find() && Amounts.in(row).isEmpty();
    }

    static boolean subtotal(String row) {
        return SUBTOTAL.matcher(row).find() || OTHER_TOTAL.matcher(row).find();
    }

    static boolean paid(String row) {
        return PAID.matcher(row).find();
    }

    static boolean change(String row) {
        return CHANGE.matcher(row).find();
    }

    /** Whether the row has to do with the sum rather than with what was bought. */
    static boolean summary(String row) {
        return total(row) > 0
                || subtotal(row)
                || paid(row)
                || change(row)
                || TAX.matcher(row).find();
    }

    /** How much speaks for a date in this row to be the receipt's. */
    static int date(String row) {
        int score = INVOICE_DATE.matcher(row).find() ? 3 : DATE.matcher(row).find() ? 2 : 0;
        score += TIME.matcher(row).find() ? 1 : 0;
        return score - (OTHER_DATE.matcher(row).find() ? 3 : 0);
    }

    static boolean company(String row) {
        return COMPANY.matcher(row).find();
    }

    /** A row that stands at the top of many receipts and names nobody. */
    static boolean nobody(String row) {
        return TITLE.matcher(row).matches() || ADDRESS.matcher(row).find();
    }
}
