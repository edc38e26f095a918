import { Button, Skeleton } from "@mantine/core";
import { IconArrowLeft, IconPackageOff } from "@tabler/icons-react";
import { useEffect } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { ApiError } from "@/shared/api/errors";
import { type Sku, useAvailability, useLiveAvailability, useSku } from "@/shared/stock";
import { FullPageNotice } from "@/shared/ui/FullPage";
import { useRecent } from "../device/recent";
import { StoreBar } from "../stores/StoreBar";
import { useStores } from "../stores/useStores";
import { LoadProblem } from "../ui/Notice";
import { PageTitle } from "../ui/PageTitle";
import { ProductTile } from "../ui/ProductTile";
import css from "../ui/shop.module.css";
import { AtMyStore } from "./AtMyStore";
import { Facts } from "./Facts";
import { OtherStores } from "./OtherStores";
import styles from "./product.module.css";

/** One product: is it in my store, and if not, where is it? */
export function ProductPage() {
  const { sku = "" } = useParams();
  const { data, error, refetch } = useSku(sku);
  if (error instanceof ApiError && error.status === 404) {
    return (
      <FullPageNotice
        icon={<IconPackageOff size={48} aria-hidden />}
        title="No such product"
        text={`There is no product ${sku}. It may have been taken out of the catalogue.`}
        action={
          <Button component={Link} to="/shop" size="md">
            Search for another
          </Button>
        }
      />
    );
  }
  if (error && !data) return <LoadProblem error={error} again={() => void refetch()} />;
  // Another product is another page: what was typed for the last one is not for this one.
  return data ? <Product key={sku} sku={data} /> : <Waiting />;
}

function Product({ sku }: { sku: Sku }) {
  const live = useLiveAvailability([sku.code]);
  const { my } = useStores();
  const availability = useAvailability(sku.code);
  const [, note] = useRecent();
  const navigate = useNavigate();
  const { code, name, category, unit } = sku;
  useEffect(() => note({ sku: code, name, category, unit }), [note, code, name, category, unit]);
  function back() {
    if (window.history.state?.idx > 0) void navigate(-1);
    else void navigate("/shop");
  }
  const told = availability.data;
  return (
    <div className={css.stack}>
      <span>
        <Button
          variant="subtle"
          size="md"
          px="xs"
          ml={-10}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={back}
        >
          Back
        </Button>
      </span>
      <div className={styles.head}>
        <ProductTile category={category} size="lg" />
        <div>
          <PageTitle title={name} />
          <p className={`${css.quiet} ${css.small}`}>
            {code}
            {category && ` · ${category}`}
          </p>
        </div>
      </div>
      {!my && <StoreBar />}
      {availability.error && !told && (
        <LoadProblem error={availability.error} again={() => void availability.refetch()} />
      )}
      <div className={styles.columns}>
        {my && <AtMyStore sku={sku} told={told} store={my} live={live} />}
        <OtherStores sku={sku} told={told} live={live} />
        <Facts sku={sku} />
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <div className={css.stack} role="status" aria-label="Loading the product">
      <Skeleton height={44} width={90} />
      <div className={styles.head}>
        <Skeleton height={72} width={72} radius={18} />
        <div className={css.grow}>
          <Skeleton height={28} mb={8} />
          <Skeleton height={18} width="50%" />
        </div>
      </div>
      <div className={styles.columns}>
        <Skeleton height={170} radius={14} />
        <Skeleton height={320} radius={14} />
      </div>
    </div>
  );
}
