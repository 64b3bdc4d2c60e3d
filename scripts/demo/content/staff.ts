import type { StaffRole } from "./shapes.ts";

export const staff: { key: string; name: string; email: string; role: StaffRole; title: string }[] = [
  {
    key: "idris",
    name: "Idris Vaughan-Cole",
    email: "idris@lindmere.example",
    role: "admin",
    title: "Compliance Lead",
  },
  {
    key: "maren",
    name: "Maren Thistlewood",
    email: "maren@lindmere.example",
    role: "security",
    title: "Head of Security",
  },
  {
    key: "tomas",
    name: "Tomas Brakspear",
    email: "tomas@lindmere.example",
    role: "sales",
    title: "Account Director",
  },
];
