package app.barker.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Optional;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says that its reader of controllers does not find out. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(BarkId.class, new StringSchema().example("42"))
                .replaceWithSchema(Cursor.class, new StringSchema().description("From the address of the next page."));
    }

    @Bean
    OpenAPI description() {
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(BEARER)
                .description("An API token, or an access token that it was exchanged for.");
        return new OpenAPI()
                .info(new Info()
                        .title("Barker")
                        .version("1")
                        .description(
                                "What the pages show and do, for programs. Every refusal is application/problem+json."))
                .components(new Components().addSecuritySchemes(BEARER, bearer))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** What may be missing is null. */
    @Bean
    PropertyCustomizer optionalIsNull() {
        return (property, type) -> isOptional(type) ? orNull(property) : property;
    }

    private static Schema<?> orNull(Schema<?> property) {
        // Beside a reference nothing else is read (OpenAPI 3.0).
        return property.get$ref() == null
                ? property.nullable(true)
                : new Schema<>().addAllOfItem(property).nullable(true);
    }

    private static boolean isOptional(AnnotatedType type) {
        return String.valueOf(type.getType()).contains(Optional.class.getName());
    }
}
