import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from './actor.ts';
import { authenticate } from './authenticate.ts';
import { findActor } from './findActor.ts';

/** Passport with the local strategy; the session holds only the user's id, rights are read anew on each request. */
export function createPassport(app: AppContext): InstanceType<typeof Passport> {
  const passport = new Passport();
  passport.use(
    new Strategy({ passReqToCallback: true }, (request, username, password, done) => {
      authenticate({ app, username, password, from: request.ip ?? '' }).then(
        (actor) => done(null, actor),
        (error: unknown) => done(error),
      );
    }),
  );
  passport.serializeUser((user, done) => done(null, (user as Actor).id));
  passport.deserializeUser((id: string, done: (error: unknown, user?: Actor | false) => void) => {
    findActor(app, id).then(
      (actor) => done(null, actor ?? false),
      (error: unknown) => done(error),
    );
  });
  return passport;
}
