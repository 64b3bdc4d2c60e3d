import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { BrandLink } from "#app/components/brand-mark.tsx";
import type { Brand } from "#app/components/brand-mark.tsx";
import { ButtonLink } from "#app/components/button.tsx";
import { NavAnchor } from "#app/components/nav-item.tsx";
import type { NavItem } from "#app/components/nav-item.tsx";
import { SignOut } from "#app/components/sign-out.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";

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
  const { brand, place = "Trust center", nav, navLabel = "On this page", search, account, footer, children } = props;
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
                  Sign in
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
      <PageFooter footer={footer} />
    </>
  );
}

function AccountCorner({ account: { email, company, signOutPath, path } }: { account: PublicAccount }) {
  return (
    <>
      <p className="top-person">
        <b>{path ? <Link to={path}>{email}</Link> : email}</b>
        {company && <span>{company}</span>}
      </p>
      <SignOut path={signOutPath} />
    </>
  );
}

export function PageFooter({ footer }: { footer?: PublicFooter }) {
  if (!footer?.note && !footer?.links?.length) return null;
  return (
    <footer className="foot">
      <div className="wrap">
        <p>{footer.note}</p>
        {footer.links && (
          <ul>
            {footer.links.map((item) => (
              <li key={item.to}>
                <Link to={item.to}>{item.label}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
