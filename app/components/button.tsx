import { Link } from "@remix-run/react";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "#app/components/class-names.ts";
import { Icon } from "#app/components/icon.tsx";
import type { IconShape } from "#app/components/icon.tsx";
import { useAddress } from "#app/messages/speech.ts";

interface Look {
  /** One primary button a view. */
  variant?: "primary" | "alternative" | "quiet" | "negative";
  size?: "small" | "large";
  icon?: IconShape;
  /** The single key that presses it, shown inside it. */
  kbd?: string;
  className?: string;
  children: ReactNode;
}

const look = ({ variant = "alternative", size, className }: Look) =>
  classNames("btn", `btn-${variant}`, size && `btn-${size}`, className);

function Face({ icon, kbd, children }: Pick<Look, "icon" | "kbd" | "children">) {
  return (
    <>
      {icon && <Icon of={icon} />}
      {children}
      {kbd && <kbd aria-hidden="true">{kbd}</kbd>}
    </>
  );
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "children"> {
  /** While it is being done: the button keeps its width, says `busyLabel` and takes no second press. */
  busy?: boolean;
  busyLabel?: string;
}

export function Button({ variant, size, icon, kbd, className, children, busy, busyLabel, ...button }: ButtonProps) {
  const words = busyLabel ? (
    <span className="btn-words">
      <span className={busy ? "invisible" : undefined}>{children}</span>
      <span className={busy ? undefined : "invisible"}>{busyLabel}</span>
    </span>
  ) : (
    children
  );
  return (
    <button
      type="submit"
      aria-keyshortcuts={kbd}
      {...button}
      disabled={busy || button.disabled}
      className={look({ variant, size, className, children })}
    >
      <Face icon={icon} kbd={kbd}>
        {words}
      </Face>
    </button>
  );
}

export interface ButtonLinkProps extends Look, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "children"> {
  /** A page of ours. Use `href` for a file or another site: the browser then asks for it itself. */
  to?: string;
}

export function ButtonLink({ variant, size, icon, kbd, className, children, to, href, ...anchor }: ButtonLinkProps) {
  const address = useAddress();
  const shared = { "aria-keyshortcuts": kbd, ...anchor, className: look({ variant, size, className, children }) };
  const face = (
    <Face icon={icon} kbd={kbd}>
      {children}
    </Face>
  );
  if (to !== undefined) {
    return (
      <Link to={address(to)} {...shared}>
        {face}
      </Link>
    );
  }
  return (
    <a href={href && address(href)} {...shared}>
      {face}
    </a>
  );
}

/** Buttons side by side: the one that goes on first. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="btn-row">{children}</div>;
}
