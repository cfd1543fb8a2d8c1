import { configure } from '@testing-library/react';

// A machine that does much else at the same time is slow, not wrong.
configure({ asyncUtilTimeout: 5000 });
