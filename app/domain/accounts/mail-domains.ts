import { z } from "zod";
import type { MailDomainKind } from "#db/schema/accounts.ts";
import { domainOf } from "./email-address.ts";

export type { MailDomainKind };

/** Mailbox providers open to everyone: an address there proves a person, never a company. */
const freeMail = `
126.com 139.com 163.com 189.cn 21cn.com abv.bg aim.com aliyun.com alice.it aol.com arcor.de att.net bbox.fr bell.net
bellsouth.net bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com caramail.com centrum.cz charter.net comcast.net
cox.net daum.net disroot.org duck.com earthlink.net email.cz email.de fastmail.com fastmail.fm foxmail.com free.fr
freemail.hu freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com hotmail.co.uk
hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com ig.com.br inbox.lv inbox.ru interia.pl
juno.com kolabnow.com laposte.net libero.it list.ru live.com live.co.uk live.de live.fr live.nl mac.com mail.bg
mail.com mail.de mail.ee mail.ru mailbox.org mailfence.com me.com msn.com naver.com netscape.net netzero.net nifty.com
o2.pl online.de onet.pl op.pl optonline.net orange.fr outlook.com outlook.de outlook.es outlook.fr pm.me posteo.de
posteo.net proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com riseup.net rocketmail.com
rogers.com runbox.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com skynet.be sohu.com startmail.com
sympatico.ca t-online.de talktalk.net telenet.be terra.com.br tiscali.it tuta.com tuta.io tutamail.com tutanota.com
tutanota.de ukr.net uol.com.br verizon.net virgilio.it virginmedia.com wanadoo.fr web.de windowslive.com wp.pl
yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.by
yandex.com yandex.kz yandex.ru yeah.net ymail.com zoho.com zohomail.com ziggo.nl`;

/** Mailboxes that anyone gets without a name and that are gone in an hour. */
const disposable = `
10minutemail.com 10minutemail.net 20minutemail.com anonaddy.me byom.de discard.email discardmail.com dispostable.com
dropmail.me einrot.com emailondeck.com fakeinbox.com fakemail.net generator.email getairmail.com getnada.com
grr.la guerrillamail.biz guerrillamail.com guerrillamail.de guerrillamail.info guerrillamail.net guerrillamail.org
harakirimail.com inboxkitten.com incognitomail.org jetable.org mail-temp.com mail.tm mailcatch.com maildrop.cc
mailexpire.com mailinator.com mailinator.net mailnesia.com mailnull.com mailsac.com mintemail.com moakt.com
mohmal.com mytemp.email nada.email pokemail.net sharklasers.com sogetthis.com spam4.me spambog.com spambox.us
spamex.com spamgourmet.com tempail.com tempinbox.com tempmail.com tempmail.dev tempmail.net tempmailo.com
temp-mail.io temp-mail.org tempr.email throwaway.email throwawaymail.com trashmail.com trashmail.de trashmail.me
trashmail.net trbvm.com wegwerfmail.de wegwerfmail.net wegwerfmail.org yopmail.com yopmail.fr yopmail.net
zetmail.com`;

const listed = (text: string) => new Set(text.trim().split(/\s+/));
const ours: Record<MailDomainKind, Set<string>> = { "free-mail": listed(freeMail), disposable: listed(disposable) };

/** Of our own lists; those that staff added are in the database. */
export function kindOfMailDomain(domain: string): MailDomainKind | null {
  if (ours.disposable.has(domain)) return "disposable";
  return ours["free-mail"].has(domain) ? "free-mail" : null;
}

export const isFreeMail = (email: string): boolean => kindOfMailDomain(domainOf(email)) !== null;

export const mailDomainForm = z.strictObject({
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253, "Enter at most 253 characters")
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, "Enter a domain such as mail.example"),
  kind: z.enum(["free-mail", "disposable"], "Choose what it is"),
});

export type MailDomainForm = z.output<typeof mailDomainForm>;
