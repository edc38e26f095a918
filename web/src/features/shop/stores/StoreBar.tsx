import { IconChevronRight, IconMapPin } from "@tabler/icons-react";
import { Link } from "react-router";
import css from "./stores.module.css";
import { useStores } from "./useStores";

/** Which store this page speaks of, and the way to another one. */
export function StoreBar() {
  const { my } = useStores();
  return (
    <Link to="/shop/stores" className={css.storeBar} data-chosen={my !== undefined}>
      <IconMapPin size={20} aria-hidden />
      <StoreWords />
      <IconChevronRight size={18} aria-hidden />
    </Link>
  );
}

function StoreWords() {
  const { my, nameOf } = useStores();
  if (!my) {
    return (
      <span className={css.words}>
        <strong>Choose your store</strong>
        <small>to see what it has right now</small>
      </span>
    );
  }
  return (
    <span className={css.words}>
      <span>
        Your store: <strong>{nameOf(my.code)}</strong>
      </span>
    </span>
  );
}
