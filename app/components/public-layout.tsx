import type { ReactNode } from "react";
import { BrandLink } from "#app/components/brand-mark.tsx";
import type { Brand } from "#app/components/brand-mark.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { LanguageLinks } from "#app/components/language-links.tsx";
import { NavAnchor } from "#app/components/nav-item.tsx";
import type { NavItem } from "#app/components/nav-item.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { SignOut } from "#app/components/sign-out.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";
import { useSpeech, useWords } from "#app/messages/speech.ts";

export interface PublicAccount {
  email: string;
  company?: string | null;
  signOutPath: string;
  /** The person's own page. */
  path?: string;
}

export interface PublicFooter {
  note?: ReactNode;
  links?: NavItem[];
}

export interface PublicLayoutProps {
  brand: Brand;
  place?: string;
  nav?: NavItem[];
  navLabel?: string;
  search?: ReactNode;
  account?: PublicAccount | null;
  /** Shown when nobody is signed in; `null` hides the link. */
  signInPath?: string | null;
  footer?: PublicFooter;
  children: ReactNode;
}

export function PublicLayout(props: PublicLayoutProps) {
  const { layout: words } = useWords();
  const { brand, place = words.trustCenter, nav, navLabel = words.onThisPage } = props;
  const { search, account, footer, children } = props;
  const signInPath = props.signInPath === undefined ? "/sign-in" : props.signInPath;
  return (
    <>
      <SkipLink />
      <header className="top">
        <div className="wrap">
          <BrandLink brand={brand} place={place === brand.name ? undefined : place} />
          <div className="top-side">
            {search}
            {account ? (
              <AccountCorner account={account} />
            ) : (
              signInPath && (
                <ButtonLink variant="quiet" to={signInPath}>
                  {words.signIn}
                </ButtonLink>
              )
            )}
          </div>
        </div>
      </header>
      {nav && nav.length > 0 && (
        <nav className="toc" aria-label={navLabel}>
          <div className="wrap">
            <ul>
              {nav.map((item) => (
                <li key={item.to}>
                  <NavAnchor {...item} />
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <PageFooter brand={brand} footer={footer} />
    </>
  );
}

function AccountCorner({ account: { email, company, signOutPath, path } }: { account: PublicAccount }) {
  return (
    <>
      <p className="top-person">
        <b>{path ? <PageLink to={path}>{email}</PageLink> : email}</b>
        {company && <span>{company}</span>}
      </p>
      <SignOut path={signOutPath} />
    </>
  );
}

export function PageFooter({ brand: { footerLinks = [] }, footer }: { brand: Brand; footer?: PublicFooter }) {
  const { others } = useSpeech();
  const links = footer?.links ?? [];
  if (!footer?.note && links.length + footerLinks.length + others.length === 0) return null;
  return (
    <footer className="foot">
      <div className="wrap">
        {footer?.note && <p>{footer.note}</p>}
        {links.length + footerLinks.length > 0 && (
          <ul>
            {links.map((item) => (
              <li key={item.to}>
                <PageLink to={item.to}>{item.label}</PageLink>
              </li>
            ))}
            {footerLinks.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        )}
        <LanguageLinks />
      </div>
    </footer>
  );
}
