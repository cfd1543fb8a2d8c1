import type { ProcessorList } from '../../contract/api/policies.ts';

/** Who works for the service (`GET /v1/processors`). The sample's companies are made up; nothing is sent to them. */
export const processorList: ProcessorList = {
  processors: [
    {
      name: 'Sample Pay',
      role: 'payment',
      why: {
        en: 'Takes payments. It sees the card; the service sees its brand and last four digits.',
        ru: 'Принимает оплату. Данные карты видит она, служба — только название системы и четыре последние цифры.',
      },
      country: 'IE',
    },
    {
      name: 'Sample Help Desk',
      role: 'support',
      why: {
        en: 'Answers what you write to support: it sees your name, your e-mail and your words.',
        ru: 'Отвечает на обращения в поддержку: видит ваше имя, адрес почты и текст письма.',
      },
      country: 'DE',
    },
    {
      name: 'Sample Post',
      role: 'mail',
      why: {
        en: 'Sends the mail you asked for: it sees your e-mail.',
        ru: 'Рассылает письма, на которые вы согласились: видит адрес вашей почты.',
      },
      country: 'FR',
    },
    {
      name: 'Sample Offers',
      role: 'advertising',
      why: {
        en: 'Chooses offers by topic. It is told a topic and nothing about you, and only if you allow advertisement.',
        ru: 'Подбирает предложения по теме. Ей сообщают только тему и ничего о вас — и лишь если вы разрешили рекламу.',
      },
      country: 'NL',
    },
    {
      name: 'Sample Hosting',
      role: 'it',
      why: {
        en: 'Runs the computers of the service. What is on them is encrypted.',
        ru: 'Обслуживает серверы службы. Всё, что на них лежит, зашифровано.',
      },
      country: 'FI',
    },
  ],
};
