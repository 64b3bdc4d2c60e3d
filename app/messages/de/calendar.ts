import { calendarOf } from "../calendar.ts";
import { countIn, sizeIn } from "../counting.ts";

const months = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split(" ");
const monthsAlone = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" ");

export const calendar = calendarOf({ date: (date) => `${date}.`, months, monthsAlone });
export const count = countIn("de");
export const size = sizeIn("de", "Bytes");
