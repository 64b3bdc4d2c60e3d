import { calendarOf } from "../calendar.ts";
import { countIn, sizeIn } from "../counting.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const calendar = calendarOf({ date: (date) => `${date}`, months, monthsAlone: months });
export const count = countIn("en");
export const size = sizeIn("en", "bytes");
