import type { complaints as english } from "../en/complaints.ts";

export const complaints: typeof english = {
  noSuchPage: "Diese Seite gibt es nicht.",
  oldAddress: "Die Adresse ist vielleicht veraltet, oder es gibt nicht mehr, was sie nannte.",
  formUnreadable: "Das Formular ließ sich nicht lesen. Gehen Sie zurück und senden Sie es noch einmal.",
  signedOut: "Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es noch einmal.",
  tooManyTriesMinutes: "Zu viele Versuche. Warten Sie {minutes} Minuten, und versuchen Sie es noch einmal.",
  tooManyTriesHours: "Zu viele Versuche. Warten Sie {hours} h, und versuchen Sie es noch einmal.",
  atMostCharacters: "Geben Sie höchstens {most} Zeichen ein",
  enterWorkEmail: "Geben Sie Ihre geschäftliche E-Mail-Adresse ein, zum Beispiel ana@firma.example",
  enterEmail: "Geben Sie eine E-Mail-Adresse ein, zum Beispiel ana@firma.example",
  enterName: "Geben Sie Ihren Namen ein, zum Beispiel Ana Duarte",
  enterCompany: "Geben Sie den Namen Ihres Unternehmens ein",
  sayWhatFor: "Sagen Sie in einem Satz, wofür Sie sie brauchen, zum Beispiel „Lieferantenprüfung vor Vertragsschluss“",
  chooseDocument: "Wählen Sie mindestens ein Dokument",
  atMostDocuments: "Wählen Sie höchstens 100 Dokumente",
  enterCode: "Geben Sie den Code aus der Mail ein",
  enterEightCharacters: "Geben Sie die 8 Zeichen aus der Mail ein",
  wholeLink: "Diese Seite braucht den ganzen Link aus der Mail. Geben Sie stattdessen den Code ein.",
  wrongCode:
    "Das ist nicht der Code aus der neuesten Mail, oder er ist abgelaufen. Ein Code gilt 10 Minuten und für 5 Versuche, in diesem Browser.",
  wrongLink:
    "Dieser Link geht hier nicht. Er gilt einmal, für 10 Minuten, in dem Browser, der ihn angefordert hat. Geben Sie dort den Code aus derselben Mail ein.",
  nothingToProve: "Geben Sie zuerst Ihre Adresse ein: Dieser Browser hat keinen Code angefordert.",
  addressIsStaff: "Diese Adresse gehört zum Team. Melden Sie sich auf der Seite für das Team an.",
  personDisabled: "Diese Adresse kann sich nicht mehr anmelden. Schreiben Sie an unser Sicherheitsteam.",
  linkCode: "Geben Sie den Code des Links ein: den Teil des Links nach dem #",
  linkOver:
    "Dieser Link ist abgelaufen oder wurde zurückgezogen. Bitten Sie die Person, die ihn gesendet hat, um einen neuen.",
  linkOtherDomain: "Dieser Link gilt für eine geschäftliche Adresse des Unternehmens, für das er gemacht wurde.",
  answerAbove: "Beantworten Sie die Frage oben",
  alreadyGranted: "Zugang haben Sie schon zu: {titles}. Sehen Sie auf Ihrer Seite nach.",
  alreadyAskedOne: "{titles} haben Sie schon angefordert; Ihre Anfrage dazu wartet auf eine Entscheidung.",
  alreadyAskedMany: "{titles} haben Sie schon angefordert; Ihre Anfrage dazu wartet auf eine Entscheidung.",
  heldNote: "Zugang haben Sie schon zu: {held}.",
  askedNote: "Schon angefordert haben Sie: {asked}.",
  heldAndAskedNote: "Zugang haben Sie schon zu: {held}. Schon angefordert haben Sie: {asked}.",
  requestNotOpen: "Diese Anfrage wartet nicht mehr darauf.",
  noSuchRequest: "Diese Anfrage gibt es nicht.",
  noSuchAcceptance: "Diese Annahme gibt es nicht.",
  noSuchNda: "Diese Fassung des NDA gibt es nicht.",
  enterFullName: "Geben Sie Ihren vollständigen Namen ein, wie er auf dem Zertifikat stehen soll",
  enterTitle: "Geben Sie Ihre Funktion ein, zum Beispiel „Sicherheitsanalystin“",
  enterLegalName: "Geben Sie die Firma des Unternehmens ein, das gebunden wird",
  tickAuthority: "Kreuzen Sie dies an, wenn Sie für Ihr Unternehmen annehmen dürfen",
  pageOutOfDate: "Diese Seite ist nicht mehr aktuell. Laden Sie sie neu, und nehmen Sie noch einmal an.",
  agreementOutOfDate:
    "Diese Seite ist nicht mehr aktuell. Lesen Sie die Vereinbarung hier, und nehmen Sie sie noch einmal an.",
  alreadyAccepted: "Diese Fassung des NDA haben Sie schon angenommen.",
  proofNotOnRecord: "Melden Sie sich ab und wieder an, und nehmen Sie die Vereinbarung dann an.",
  signInFirst:
    "Dieses Dokument gibt es auf Anfrage. Fordern Sie es an, oder melden Sie sich mit der Adresse an, die Zugang hat.",
  ndaFirst: "Nehmen Sie zuerst das NDA an. Es steht auf Ihrer Seite.",
  grantRevoked: "Ihr Zugang zu diesem Dokument wurde beendet. Der Grund steht auf Ihrer Seite.",
  grantExpired: "Ihr Zugang zu diesem Dokument ist abgelaufen. Fordern Sie es erneut an.",
  noGrant:
    "Sie haben keinen Zugang zu diesem Dokument. Fordern Sie es an, oder melden Sie sich mit der Adresse an, die ihn hat.",
  copyNotMade:
    "Wir konnten Ihre gekennzeichnete Kopie nicht herstellen; es wurde nichts gesendet. Der Fehler ist für unser Sicherheitsteam festgehalten.",
  noSuchDocument: "Dieses Dokument gibt es nicht.",
  notStampable:
    "Dieses Dokument lässt sich nicht kennzeichnen und wird deshalb nicht herausgegeben. Schreiben Sie an unser Sicherheitsteam.",
  documentsBusy: "Es werden gerade zu viele Dokumente vorbereitet. Versuchen Sie es in einer Minute noch einmal.",
  noSuchControl: "Diese Kontrolle oder dieses Kriterium gibt es hier nicht.",
  noSuchQuestionnaire: "Diesen Fragebogen gibt es nicht.",
  chooseFile: "Wählen Sie eine Datei",
  enterDay: "Geben Sie einen Tag ein",
  chooseTopic: "Wählen Sie mindestens ein Thema",
  chooseListedTopic: "Wählen Sie Themen aus der Liste",
  subscriptionLinkIsOld:
    "Dieser Link wurde schon benutzt oder ist zu alt. Geben Sie Ihre Adresse noch einmal ein, um einen neuen zu erhalten.",
  noSuchSubscription: "Dieses Abonnement gibt es nicht. Vielleicht ist es beendet; Sie können neu abonnieren.",
  fileEmpty: "Diese Datei ist leer.",
  fileLocked:
    "Diese Datei hat ein Passwort oder ist im alten Format {old}. Speichern Sie sie als {now} ohne Passwort, und laden Sie sie neu hoch.",
  fileNoPdf: "Diese Datei heißt .pdf, ist aber kein PDF.",
  fileNoDocument: "Diese Datei heißt .docx, ist aber kein Word-Dokument.",
  fileNoWorkbook: "Diese Datei heißt .{extension}, ist aber keine Excel-Arbeitsmappe.",
  fileNoExtension:
    "Diese Datei hat keine Endung. Fragebögen können .xlsx-, .xlsm-, .docx-, .pdf-, .csv-, .tsv- oder .json-Dateien sein.",
  fileOtherType:
    "Dateien mit der Endung .{extension} lassen sich nicht lesen. Fragebögen können .xlsx-, .xlsm-, .docx-, .pdf-, .csv-, .tsv- oder .json-Dateien sein.",
  fileNoText:
    "Diese Datei heißt .{extension}, ist aber kein Text. Fragebögen können .xlsx-, .xlsm-, .docx-, .pdf-, .csv-, .tsv- oder .json-Dateien sein.",
  fileXfa:
    "Dieses PDF enthält ein XFA-Formular, das nur Programme von Adobe ausfüllen. Drucken Sie es als PDF, oder senden Sie die Fragen in einem anderen Format.",
  filePdfLocked:
    "Dieses PDF ist mit einem Passwort oder gegen Änderungen geschützt. Speichern Sie es ohne Schutz, und laden Sie es neu hoch.",
  filePdfSigned:
    "Dieses PDF ist signiert; Antworten in seinen Feldern würden die Signatur brechen. Laden Sie eine Kopie ohne Signatur hoch.",
  filePdfDamaged:
    "Dieses PDF ist beschädigt und lässt sich nicht lesen. Öffnen Sie es, speichern Sie es erneut, und laden Sie es neu hoch.",
  fileTooHeavy: "Diese Datei braucht mehr Speicher, als das Lesen eines Fragebogens brauchen darf.",
  fileTooSlow: "Das Lesen dieser Datei dauert länger, als ein Fragebogen brauchen darf.",
  fileUnreadable:
    "Diese Datei ließ sich nicht lesen. Öffnen Sie sie, speichern Sie sie erneut, und laden Sie sie neu hoch.",
  fileUnread:
    "Diese Datei ließ sich nicht lesen. Versuchen Sie es noch einmal, oder senden Sie sie in einem anderen Format.",
  fileChanged: "Die gespeicherte Datei hat sich seit ihrem Eingang verändert. Laden Sie sie neu hoch.",
};
