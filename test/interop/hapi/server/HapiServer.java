import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.test.config.TestR4Config;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * HAPI's FHIR server on a free port of this machine: {@code java -cp 'lib/*' HapiServer}. Prints "listening" and its address, with
 * a tab between, and stops when its standard input ends. Its database is in memory.
 *
 * <p>It has to be compiled first: Hibernate does not find its own classes from the class loader of a single source file.
 */
public class HapiServer {
  public static void main(String[] arguments) throws Exception {
    AnnotationConfigApplicationContext beans =
        new AnnotationConfigApplicationContext(TestR4Config.class);
    RestfulServer rest = new RestfulServer(beans.getBean(FhirContext.class));
    rest.registerProviders(
        beans.getBean("myResourceProvidersR4", ResourceProviderFactory.class).createProviders());
    rest.registerProvider(beans.getBean("mySystemProviderR4"));
    rest.setServerConformanceProvider(
        new JpaCapabilityStatementProvider(
            rest,
            beans.getBean(IFhirSystemDao.class),
            beans.getBean(JpaStorageSettings.class),
            beans.getBean(ISearchParamRegistry.class),
            beans.getBean("myJpaValidationSupportChain", IValidationSupport.class)));
    rest.setPagingProvider(beans.getBean(DatabaseBackedPagingProvider.class));

    Server http = new Server();
    ServerConnector connector = new ServerConnector(http);
    connector.setHost("127.0.0.1");
    http.addConnector(connector);
    ServletContextHandler servlets = new ServletContextHandler();
    servlets.addServlet(new ServletHolder(rest), "/fhir/*");
    http.setHandler(servlets);
    http.start();
    System.out.println("listening\thttp://127.0.0.1:" + connector.getLocalPort() + "/fhir");
    while (System.in.read() != -1) {}
    System.exit(0);
  }
}
