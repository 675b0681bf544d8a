import { DownOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { User } from '../api/types.ts';
import { useSignOut } from './session.ts';

/** Who is signed in, for which department, and the way out. */
export function UserMenu({ user }: { user: User }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = async () => {
    await signOut();
    await navigate('/login', { replace: true });
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            disabled: true,
            label: (
              <span className="ow-user-card">
                <strong>{user.name}</strong>
                <span>{user.department.name}</span>
                <span>{user.roles.map((role) => t(`app.role.${role}`)).join(' · ')}</span>
              </span>
            ),
          },
          { type: 'divider' },
          {
            key: 'out',
            icon: <LogoutOutlined aria-hidden />,
            label: t('app.signOut'),
            onClick: () => void leave(),
          },
        ],
      }}
    >
      <button type="button" className="ow-header-button" aria-haspopup="menu">
        <UserOutlined aria-hidden /> {user.name} <DownOutlined aria-hidden className="ow-tiny" />
      </button>
    </Dropdown>
  );
}
