package workspace.chats.api.access;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import workspace.chats.api.problem.Overload;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private static final String[] FOR_EVERYBODY = {
        "/actuator/health/readiness", "/actuator/health/liveness", "/openapi.json"
    };

    private final Callers callers;
    private final Limits limits;
    private final Admission admission;

    AccessConfiguration(
            Callers callers,
            Limits limits,
            HikariDataSource database,
            Turns turns,
            Overload overload,
            LimitSettings settings) {
        this.callers = callers;
        this.limits = limits;
        this.admission = new Admission(database, turns, overload, settings.waiting());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitorResolver(callers, limits));
    }

    @Bean
    JwtDecoder tokens(TokenSettings settings) {
        return Tokens.decoder(settings);
    }

    /** A span for each of its filters would cost more than it tells. */
    @Bean
    SecurityObservationSettings unobservedSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, CorsSettings cors, ActuatorSettings actuator) {
        var refusals = new Unauthorized();
        return http.addFilter(Origins.filter(cors))
                .addFilterBefore(admission, BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(FOR_EVERYBODY)
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .access((_, what) ->
                                        new AuthorizationDecision(
                                                actuator.allow(what.getRequest())))
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.authenticationEntryPoint(refusals)
                                .withObjectPostProcessor(refusals.forTokens())
                                .jwt(jwt -> {}))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals))
                .headers(headers ->
                        headers.contentSecurityPolicy(csp ->
                                        csp.policyDirectives(
                                                "default-src 'none';" + " frame-ancestors 'none'"))
                                .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER)))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // a bearer token does not travel by itself, so no page can forge a request
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
