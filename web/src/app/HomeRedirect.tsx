import { Navigate } from 'react-router';
import { homeOf } from './navigation.ts';
import { useUser } from './session.ts';

/** `/` leads each person to their own desk. */
export function HomeRedirect() {
  const user = useUser();
  return <Navigate to={homeOf(user)} replace />;
}
