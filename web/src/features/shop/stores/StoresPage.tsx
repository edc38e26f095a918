import { Skeleton, TextInput } from "@mantine/core";
import { IconCheck, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { distanceText } from "@/shared/stock";
import { LoadProblem } from "../ui/Notice";
import { PageTitle } from "../ui/PageTitle";
import css from "../ui/shop.module.css";
import { PositionCard } from "./PositionCard";
import { inPlace } from "./places";
import styles from "./stores.module.css";
import { type NearStore, useStores } from "./useStores";

/** Choose my store: from the list, by position, or by the name of a place. */
export function StoresPage() {
  const { answer, stores, my, choose } = useStores();
  const [place, setPlace] = useState("");
  const navigate = useNavigate();
  const found = inPlace(stores, place);
  function take(store: NearStore) {
    choose(store);
    // Back to where the question came up; somebody who opened this page directly goes to search.
    if (window.history.state?.idx > 0) void navigate(-1);
    else void navigate("/shop");
  }
  return (
    <div className={css.stack}>
      <PageTitle title="Choose your store" />
      <PositionCard />
      <TextInput
        size="lg"
        type="search"
        label="Town, region or address"
        placeholder="Seattle, us-west, 98134"
        autoComplete="address-level2"
        leftSection={<IconSearch size={20} aria-hidden />}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      {answer.error && !answer.data && (
        <LoadProblem error={answer.error} again={() => void answer.refetch()} />
      )}
      {answer.isPending && <Waiting />}
      {answer.data && (
        <p className={`${css.quiet} ${css.small}`} role="status">
          {found.length === 0
            ? "No store there. Try a larger town or a part of its name."
            : `${found.length} ${found.length === 1 ? "store" : "stores"}`}
        </p>
      )}
      <ul className={styles.grid}>
        {found.map((store) => (
          <li key={store.code}>
            <button
              type="button"
              className={styles.store}
              aria-pressed={my?.code === store.code}
              onClick={() => take(store)}
            >
              <span className={css.grow}>
                <span className={css.name}>{store.name}</span>
                <br />
                <span className={`${css.quiet} ${css.small}`}>{store.address}</span>
              </span>
              {store.distanceKm !== undefined && my?.code !== store.code && (
                <span className={styles.distance}>{distanceText(store.distanceKm)}</span>
              )}
              {my?.code === store.code && <IconCheck size={22} aria-hidden />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.grid} role="status" aria-label="Loading the stores">
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <Skeleton key={key} height={66} radius={12} />
      ))}
    </div>
  );
}
