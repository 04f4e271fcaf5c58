import { PersonRoutes, type PersonRoutesProps } from './person-routes.tsx';
import { Shell } from './shell.tsx';

/** Everything that an enrolled person sees. */
export const PersonApp = (props: PersonRoutesProps & { readonly path: string }) => (
  <Shell services={props.services} path={props.path}>
    <PersonRoutes services={props.services} control={props.control} help={props.help} />
  </Shell>
);
