import type { ReactNode } from "react";
import { BrandLink } from "#app/components/brand-mark.tsx";
import type { Brand } from "#app/components/brand-mark.tsx";
import { PageFooter } from "#app/components/public-layout.tsx";
import type { PublicFooter } from "#app/components/public-layout.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";
import { useWords } from "#app/messages/speech.ts";

export interface PlainLayoutProps {
  brand: Brand;
  place?: string;
  title: ReactNode;
  lead?: ReactNode;
  wide?: boolean;
  footer?: PublicFooter;
  children?: ReactNode;
}

/** One thing to do or to know: signing in, a confirmation, an error. */
export function PlainLayout({ brand, place, title, lead, wide, footer, children }: PlainLayoutProps) {
  const { layout: words } = useWords();
  return (
    <div className={wide ? "plain plain-wide" : "plain"}>
      <SkipLink />
      <header className="top">
        <div className="wrap">
          <BrandLink brand={brand} place={place ?? words.trustCenter} />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <h1>{title}</h1>
        {lead && <div className="lead">{lead}</div>}
        {children}
      </main>
      <PageFooter brand={brand} footer={footer} />
    </div>
  );
}
