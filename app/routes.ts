import { flatRoutes } from '@remix-run/fs-routes'

/** Every address is one file in routes/. */
export default flatRoutes()
