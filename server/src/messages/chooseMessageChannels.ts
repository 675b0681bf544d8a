import type { Config } from '../config/configSchema.ts';
import type { FieldCipher } from '../store/fieldCipher.ts';
import type { Models } from '../store/models.ts';
import type { TimeSource } from '../time/timeSource.ts';
import { DevelopmentChannel } from './developmentChannel.ts';
import { HttpSmsChannel } from './httpSmsChannel.ts';
import type { MessageChannels } from './messageChannel.ts';
import { SmtpChannel } from './smtpChannel.ts';

/**
 * Real channels where they are configured, the development outbox for the rest in development; in production a kind without
 * a channel is simply not there.
 */
export function chooseMessageChannels(options: {
  config: Config;
  tenant: string;
  models: Models;
  cipher: FieldCipher;
  time: TimeSource;
}): MessageChannels {
  const { config, ...store } = options;
  const sms =
    config.SMS_GATEWAY_URL === undefined
      ? undefined
      : new HttpSmsChannel({ url: config.SMS_GATEWAY_URL, token: config.SMS_GATEWAY_TOKEN });
  const mail =
    config.SMTP_URL === undefined
      ? undefined
      : new SmtpChannel({ url: config.SMTP_URL, from: config.MAIL_FROM ?? '' });
  if (config.PROFILE === 'dev')
    return {
      sms: sms ?? new DevelopmentChannel('sms', store),
      mail: mail ?? new DevelopmentChannel('mail', store),
    };
  return { ...(sms === undefined ? {} : { sms }), ...(mail === undefined ? {} : { mail }) };
}
