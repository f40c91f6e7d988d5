import { secretFrom, signedHeaders } from './signature';

describe('the signature of a webhook', () => {
  // The example every library of the convention is tested with.
  const message = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1614265330 * 1000),
    payload: '{"test": 2432232314}',
  };
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

  it('is that of the convention', () => {
    expect(signedHeaders(message, [secret])).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': signature,
    });
  });

  it('comes with each secret that is valid', () => {
    const other = secretFrom('AAECAwQFBgcICQoLDA0ODxAREhMUFRYX');
    const [first, second] = signedHeaders(message, [secret, other])['webhook-signature']!.split(' ');
    expect(first).toBe(signature);
    expect(second).toMatch(/^v1,[\w+/]{43}=$/);
    expect(second).not.toBe(first);
  });
});
