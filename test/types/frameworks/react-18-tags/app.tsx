import 'pg-elements/define';
import type {} from 'pg-elements/types/react-18';

export const right = (
  <pg-portal project-id="project" className="integrations">
    <pg-catalog layout="list" without-search="" />
    <pg-install-flow integration="orbitcrm" oauth-timeout={60_000} />
  </pg-portal>
);

export const wrong = [
  // @ts-expect-error neither a grid nor a list
  <pg-catalog key="value" layout="table" />,
  // @ts-expect-error React 18 would write "false", which is true to an attribute
  <pg-catalog key="false" without-search={false} />,
  // @ts-expect-error React 18 sets no properties
  <pg-catalog key="property" groups={[]} />,
];
