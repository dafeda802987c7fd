package app.barker.testing;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;

/** For services that a test makes by itself, to give them its clock. */
public final class Transactional {

    private Transactional() {}

    /** The same service, with the transactions that its annotations ask for, as in the running application. */
    @SuppressWarnings("unchecked")
    public static <T> T service(T made, BeanFactoryTransactionAttributeSourceAdvisor advisor) {
        ProxyFactory proxy = new ProxyFactory(made);
        proxy.setProxyTargetClass(true);
        proxy.addAdvisor(advisor);
        return (T) proxy.getProxy(made.getClass().getClassLoader());
    }
}
